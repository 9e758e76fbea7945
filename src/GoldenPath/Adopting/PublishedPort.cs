using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace GoldenPath.Adopting;

/// <summary>The first port that a Compose service publishes on the machine.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Variable">The variable that moves it; <c>null</c> where nothing does.</param>
internal sealed partial record PublishedPort(int Number, string? Variable)
{
    /// <summary>Reads it.</summary>
    /// <param name="service">The service's map.</param>
    /// <returns><c>null</c> where it publishes none.</returns>
    public static PublishedPort? Of(YamlMappingNode? service) =>
        (service.Get("ports") as YamlSequenceNode)?.Select(entry => Read(Text(entry))).FirstOrDefault(port => port is not null);

    private static string Text(YamlNode entry) =>
        entry is YamlMappingNode spelt ? $"{spelt.Get("published")}:{spelt.Get("target")}" : entry.ToString();

    private static PublishedPort? Read(string entry) =>
        Mapping().Match(entry) is { Success: true } match
        && int.TryParse(match.Groups["host"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is > 0 and <= 65535
            ? new(number, match.Groups["variable"] is { Success: true } variable ? variable.Value : null)
            : null;

    [GeneratedRegex(
        @"^([0-9.]+:|\[[^\]]*\]:)?(\$\{(?<variable>[A-Za-z_][A-Za-z0-9_]*):?-)?(?<host>[0-9]+)\}?(-[0-9]+)?:[0-9]+(-[0-9]+)?(/tcp)?$"
    )]
    private static partial Regex Mapping();
}
