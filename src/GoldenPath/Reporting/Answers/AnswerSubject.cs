using GoldenPath.Configuration;
using GoldenPath.Runs;

namespace GoldenPath.Reporting.Answers;

/// <summary>What is known of a run when its command is over.</summary>
internal sealed record AnswerSubject
{
    /// <summary>The run.</summary>
    public required RunResult Run { get; init; }

    /// <summary>The exit code of the command, which may have proved nothing and yet done what it was asked.</summary>
    public required int ExitCode { get; init; }

    /// <summary>What the failed stage saw; <c>null</c> where none failed.</summary>
    public Failure? Failure { get; init; }

    /// <summary>What the file declares; <c>null</c> where it could not be read.</summary>
    public PipelineDefinition? Definition { get; init; }

    /// <summary>The run's folder.</summary>
    public required RunFolder Folder { get; init; }

    /// <summary>How long the command took.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>What goes on running on purpose, such as <c>backend (pid 4711, port 8002)</c>.</summary>
    public IReadOnlyList<string> Running { get; init; } = [];

    /// <summary>Whether that was asked for.</summary>
    public bool IsKept { get; init; }

    /// <summary>How a person calls the pipeline.</summary>
    public required string Command { get; init; }

    /// <summary>Where the person stands: paths below it are shown from there.</summary>
    public required string Here { get; init; }

    /// <summary>A path as the person can open it.</summary>
    public string Shown(string path)
    {
        var relative = Path.GetRelativePath(Here, path);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : relative;
    }
}
