#nullable enable
using System.Reflection;

namespace Nuke.Common;

/// <summary>The names of parameters: as members, as the command line writes them, as the environment writes them.</summary>
internal static class ParameterNames
{
    public const string Targets = "Target";
    public const string Skipped = "Skip";
    public const string Root = "Root";
    public const string Profiles = "Profile";
    public const string Generate = "generate-configuration";
    public const string TargetSeparator = "+";

    private static readonly string[] Words =
    [
        "DotNet",
        "GitHub",
        "GitLab",
        "GitVersion",
        "MSBuild",
        "NuGet",
        "ReSharper",
        "AppVeyor",
        "TeamCity",
        "SignPath",
        "JetBrains",
    ];

    public static string Of(MemberInfo member) => member.GetCustomAttribute<ParameterAttribute>()?.Name ?? member.Name;

    /// <summary><c>GitHubToken</c> is written <c>github-token</c> on the command line.</summary>
    public static string Dashed(string name) => string.Join('-', Split(name)).ToLowerInvariant();

    public static string Spaced(string name) => string.Join(' ', Split(name));

    private static IEnumerable<string> Split(string name)
    {
        for (var start = 0; start < name.Length; )
        {
            var length = WordLength(name, start);
            yield return name.Substring(start, length);
            start += length;
        }
    }

    private static int WordLength(string name, int start)
    {
        if (KnownWord(name, start) is { } known)
            return known.Length;
        var end = start + 1;
        while (end < name.Length && !(char.IsUpper(name[end]) && char.IsLower(name[end - 1])) && KnownWord(name, end) is null)
            end++;
        return end - start;
    }

    private static string? KnownWord(string name, int index) =>
        Array.Find(Words, x => string.CompareOrdinal(name, index, x, 0, x.Length) == 0);
}
