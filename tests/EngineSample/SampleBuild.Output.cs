using Nuke.Common;
using Nuke.Common.Utilities.Collections;
using Serilog;

namespace EngineSample;

internal sealed partial class SampleBuild
{
    private static readonly ManualResetEventSlim Cleaning = new();
    private static readonly ManualResetEventSlim Noticed = new();
    private static readonly ManualResetEventSlim Never = new();

    private Target Talk =>
        _ =>
            _.Executes(() =>
            {
                Log.Verbose("As verbose as can be");
                Log.Debug("A detail");
                Log.Information("An {Adjective} remark", "ordinary");
                Log.Warning("A warning");
                Log.Error("An error of 100%");
            });

    private Target Summarize => _ => _.Executes(() => ReportSummary(_ => _.AddPair("Passed", "3").AddPair("Failed", "0")));

    private Target Tell =>
        _ =>
            _.Executes(() =>
                Trace(
                    $"local={IsLocalBuild} host={Host.GetType().Name} root={RootDirectory} invoked={string.Join(' ', InvokedTargets.Select(x => x.Name))}"
                )
            );

    private Target Hang =>
        _ =>
            _.Executes(() =>
            {
                Trace("hanging");
                Cleaning.Wait();
                Trace("still running");
                Noticed.Set();
                Never.Wait();
            });

    private Target CleanUp =>
        _ =>
            _.After(Hang)
                .AssuredAfterFailure()
                .Executes(() =>
                {
                    Cleaning.Set();
                    Trace(Noticed.Wait(TimeSpan.FromSeconds(20)) ? "cleaned beside it" : "cleaned alone");
                });
}
