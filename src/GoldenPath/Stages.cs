namespace GoldenPath;

/// <summary>The names of the stages: the names of the targets.</summary>
public static class Stages
{
    /// <summary>Starts the services.</summary>
    public const string StartServices = "StartServices";

    /// <summary>Waits until they are ready.</summary>
    public const string WaitForPort8002 = "WaitForPort8002";

    /// <summary>Walks the scenarios and runs the test commands.</summary>
    public const string SmokeTests = "SmokeTests";

    /// <summary>Says why it broke.</summary>
    public const string Diagnose = "Diagnose";

    /// <summary>Files the incident.</summary>
    public const string FileIssue = "FileIssue";

    /// <summary>Closes the incident.</summary>
    public const string ResolveIssue = "ResolveIssue";

    /// <summary>Stops what was started.</summary>
    public const string Teardown = "Teardown";

    /// <summary>The ones that prove something, in the order in which they run.</summary>
    public static IReadOnlyList<string> Proving { get; } = [StartServices, WaitForPort8002, SmokeTests];

    /// <summary>The proving ones up to one of them, itself included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It proves nothing.</exception>
    public static IReadOnlyList<string> Through(string stage) =>
        Proving.Contains(stage)
            ? [.. Proving.TakeWhile(earlier => earlier != stage), stage]
            : throw new ArgumentOutOfRangeException(nameof(stage), stage, "There is no such stage.");

    /// <summary>All, in the order in which they run.</summary>
    public static IReadOnlyList<string> All { get; } =
    [StartServices, WaitForPort8002, SmokeTests, Diagnose, FileIssue, ResolveIssue, Teardown];
}
