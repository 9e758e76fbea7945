using Nuke.Common;

namespace EngineSample;

/// <summary>Tells on standard output what the engine calls, in lines that no engine writes.</summary>
internal abstract class TracedBuild : NukeBuild
{
    protected override void OnBuildCreated() => Trace("created");

    protected override void OnBuildInitialized() => Trace($"initialized {string.Join(' ', ExecutionPlan.Select(x => x.Name))}");

    protected override void OnTargetRunning(string target) => Trace($"running {target}");

    protected override void OnTargetSucceeded(string target) => Trace($"succeeded {target}");

    protected override void OnTargetFailed(string target) => Trace($"failed {target}");

    protected override void OnTargetSkipped(string target) => Trace($"skipped {target}");

    protected override void OnBuildFinished() => Trace("finished");

    protected static void Trace(string text) => Console.WriteLine($"trace: {text}");

    /// <summary>An action, because a target without one is only a name for others.</summary>
    protected static void Work() { }

    protected static void Break() => throw new InvalidOperationException("It broke.\nAnd this is a second line.");
}
