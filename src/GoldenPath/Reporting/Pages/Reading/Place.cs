using System.Globalization;

namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>Where a piece of evidence is in the run folder.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Its line, the first is 1; <c>null</c> where the whole file is meant.</param>
internal readonly record struct Place(string File, int? Line)
{
    private const int Most = 1_000_000_000;

    /// <summary>Reads a source: <c>logs/backend.log:12</c>.</summary>
    public static Place Of(string source) =>
        source.LastIndexOf(':') is > 0 and var colon
        && int.TryParse(source.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
        && line is > 0 and < Most
            ? new(source[..colon], line)
            : new(source, null);
}
