namespace GoldenPath.Tests.Scripts;

/// <summary>How a run of an entry script ended, and what it and the pipeline wrote.</summary>
internal sealed record ScriptRun(int ExitCode, string Output, string Errors)
{
    public IReadOnlyList<string> Lines { get; } = Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What the pipeline was called with.</summary>
    public IEnumerable<string> Arguments => Lines.Where(x => x.StartsWith('[')).Select(x => x[1..^1]);

    public bool PipelineRan => Lines.Any(x => x.StartsWith("pid=", StringComparison.Ordinal));
}
