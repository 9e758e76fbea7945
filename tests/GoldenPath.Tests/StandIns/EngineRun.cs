namespace GoldenPath.Tests.StandIns;

/// <summary>How a run of the sample build ended, and what it wrote.</summary>
internal sealed record EngineRun(int ExitCode, string Output, string Errors)
{
    private const string Mark = "trace: ";

    private static readonly string[] Hooks = ["created", "initialized", "running", "succeeded", "failed", "skipped", "finished"];

    public IReadOnlyList<string> Lines { get; } = Output.ReplaceLineEndings("\n").Split('\n');

    /// <summary>What the build itself told: its hooks and its targets.</summary>
    public IReadOnlyList<string> Trace => [.. Lines.Where(x => x.StartsWith(Mark, StringComparison.Ordinal)).Select(x => x[Mark.Length..])];

    /// <summary>The targets that ran, in order.</summary>
    public string Ran =>
        string.Join(' ', Trace.Where(x => x.StartsWith("running ", StringComparison.Ordinal)).Select(x => x["running ".Length..]));

    /// <summary>What the targets told, without the hooks.</summary>
    public IReadOnlyList<string> Told => [.. Trace.Where(x => !Hooks.Contains(x.Split(' ')[0]))];

    /// <summary>The lines with single blanks between words, for texts in columns.</summary>
    public IReadOnlyList<string> Words => [.. Lines.Select(x => string.Join(' ', x.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];

    public string Plan => Trace.Single(x => x.StartsWith("initialized ", StringComparison.Ordinal))["initialized ".Length..];

    /// <summary>The row of a target in the closing table, blanks in place of its padding; empty where it has none.</summary>
    public string Row(string target) =>
        Lines.FirstOrDefault(x => x.StartsWith(target + '\u00A0', StringComparison.Ordinal))?.Replace('\u00A0', ' ') ?? "";

    public string Status(string target) => Row(target).Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1) ?? "";
}
