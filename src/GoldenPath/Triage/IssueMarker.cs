using System.Text.RegularExpressions;

namespace GoldenPath.Triage;

/// <summary>The hidden lines of a body by which an issue is found again.</summary>
internal static partial class IssueMarker
{
    /// <summary>Where the occurrences begin.</summary>
    public const string Occurrences = "<!-- golden-path:occurrences";

    private const int LongestSlug = 100;

    /// <summary>Where the generated part ends.</summary>
    public const string End = "<!-- golden-path:end -->";

    public static string Write(Fingerprint fingerprint) => $"<!-- golden-path:{fingerprint.Value} -->";

    public static string WritePipeline(string name) => $"<!-- golden-path:pipeline {Slug(name)} -->";

    /// <summary>The marker in a comment that tells which run wrote it.</summary>
    public static string WriteRun(string runId) => $"<!-- golden-path:run {Slug(runId)} -->";

    public static Fingerprint? Read(string body) =>
        FingerprintLine().Match(body) is { Success: true } match ? new Fingerprint(match.Groups[1].Value) : null;

    public static string? ReadPipeline(string body) => PipelineLine().Match(body) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The body with a marker that no longer identifies it, as another issue does.</summary>
    public static string Retire(string body, int into) =>
        FingerprintLine().Replace(body, match => $"<!-- golden-path:duplicate-of-{into} {match.Groups[1].Value} -->", 1);

    /// <summary>A name as a marker, a label or a file can hold it.</summary>
    public static string Slug(string name) => Unsafe().Replace(name.Length > LongestSlug ? name[..LongestSlug] : name, "-");

    [GeneratedRegex(@"^<!-- golden-path:(v\d+:[0-9a-f]{8,64}) -->[ \t]*\r?$", RegexOptions.Multiline)]
    private static partial Regex FingerprintLine();

    [GeneratedRegex(@"^<!-- golden-path:pipeline ([\w.-]+) -->[ \t]*\r?$", RegexOptions.Multiline)]
    private static partial Regex PipelineLine();

    [GeneratedRegex(@"[^A-Za-z0-9._]+")]
    private static partial Regex Unsafe();
}
