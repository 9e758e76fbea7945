using Nuke.Common;
using Nuke.Common.Execution;
using Serilog.Events;

namespace EngineSample;

/// <summary>A build that leaves out what the engine prints of itself.</summary>
[DisableDefaultOutput(DefaultOutput.TargetHeader, DefaultOutput.ErrorsAndWarnings, DefaultOutput.TargetOutcome, DefaultOutput.BuildOutcome)]
internal sealed class QuietBuild : NukeBuild
{
    private Target Break => _ => _.Executes(() => throw new InvalidOperationException("It broke."));

    public static int Run() => Execute<QuietBuild>(x => x.Break);

    protected override void OnBuildCreated() => NoLogo = true;

    protected override void OnBuildFinished() => Console.WriteLine("the last word");

    protected override void OnTargetRunning(string target) => Logging.LevelSwitch.MinimumLevel = LogEventLevel.Fatal + 1;
}
