namespace GoldenPath.Nuke.Workflows;

/// <summary>The steps that jobs are made of.</summary>
/// <param name="buildCommand">The path of build.cmd from the root.</param>
public sealed class WorkflowSteps(string buildCommand)
{
    /// <summary>The token of the job, for a command that files issues.</summary>
    public static (string Name, string Value) Token { get; } = ("GITHUB_TOKEN", "${{ secrets.GITHUB_TOKEN }}");

    /// <summary>Checks the repository out, and leaves no token in the checkout.</summary>
    public WorkflowStep Checkout { get; } = new() { Uses = Pins.Checkout, With = [("persist-credentials", "false")] };

    /// <summary>Keeps packages between runs.</summary>
    public WorkflowStep Cache { get; } =
        new()
        {
            Name = "Cache: .nuke/temp, ~/.nuget/packages",
            Uses = Pins.Cache,
            With =
            [
                ("path", ".nuke/temp\n~/.nuget/packages"),
                ("key", "${{ runner.os }}-${{ hashFiles('**/global.json', '**/*.csproj', '**/Directory.Packages.props') }}"),
            ],
        };

    /// <summary>Runs a target.</summary>
    /// <param name="target">The target.</param>
    /// <param name="environment">Its variables: parameters, and the token.</param>
    public WorkflowStep Run(string target, params IReadOnlyList<(string Name, string Value)> environment) =>
        new()
        {
            Name = $"Run: {target}",
            Run = $"./{buildCommand} {target}",
            Environment = environment,
        };

    /// <summary>Runs the teardown whatever happened to the steps before: a cancelled step has 10 s, then its processes are killed.</summary>
    public WorkflowStep Teardown =>
        new()
        {
            Name = "Run: Teardown",
            If = "always()",
            Run = $"./{buildCommand} Teardown",
        };

    /// <summary>Keeps files of a run, green or red.</summary>
    /// <param name="artifact">The artifact's name.</param>
    /// <param name="paths">What is kept; <c>!path</c> leaves something out.</param>
    public static WorkflowStep Publish(string artifact, params IReadOnlyList<string> paths) =>
        new()
        {
            Name = $"Publish: {artifact}",
            Id = artifact.Contains('$', StringComparison.Ordinal) ? "" : $"publish-{artifact}",
            If = "always()",
            Uses = Pins.Upload,
            With = [("name", artifact), ("if-no-files-found", "ignore"), ("overwrite", "true"), ("path", string.Join('\n', paths))],
        };

    /// <summary>Keeps a run's folder.</summary>
    /// <param name="artifact">The artifact's name.</param>
    public static WorkflowStep PublishRun(string artifact) => Publish(artifact, "artifacts/golden-path", "!artifacts/golden-path/latest");

    /// <summary>Keeps what waits in the outbox, for the workflows that deliver it.</summary>
    public static WorkflowStep PublishOutbox => Publish(Outbox, "artifacts/outbox/*.json");

    /// <summary>The artifact that holds the outbox.</summary>
    public const string Outbox = "golden-path-outbox";

    /// <summary>Brings artifacts in. None is no error.</summary>
    /// <param name="pattern">Their names.</param>
    /// <param name="path">Where to.</param>
    /// <param name="inputs">Of which run, where it is not this one; and how.</param>
    public static WorkflowStep Download(string pattern, string path, params IReadOnlyList<(string Name, string Value)> inputs) =>
        new()
        {
            Name = $"Download: {pattern}",
            Uses = Pins.Download,
            With = [("pattern", pattern), ("path", path), .. inputs],
        };

    /// <summary>Says on the job's page where the artifact is, which is known only now.</summary>
    /// <param name="artifact">The artifact's name.</param>
    public static WorkflowStep Tell(string artifact) =>
        new()
        {
            Name = "Tell: where the artifact is",
            If = $"always() && steps.publish-{artifact}.outputs.artifact-url != ''",
            Environment = [("ARTIFACT", $"${{{{ steps.publish-{artifact}.outputs.artifact-url }}}}")],
            Run = "echo \"[Logs, frames and report.html]($ARTIFACT)\" >> \"$GITHUB_STEP_SUMMARY\"",
        };
}
