using System.Globalization;
using GoldenPath.Runs;

namespace GoldenPath.Pipeline;

/// <summary>Failures of a run whose time was up: they say so, and what was still missing. Nothing can be said of what might have come later.</summary>
/// <param name="settings">What the command asked for.</param>
internal sealed class SpentBudget(RunSettings settings)
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(10);

    /// <summary>A stage was cut short.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="missing">What was still missing; empty where that is not known.</param>
    public Failure During(string stage, string missing) =>
        new()
        {
            Cause = stage == Stages.SmokeTests ? Causes.TestsTimedOut : Causes.Unknown,
            Summary = $"{Spent} during {stage}{(missing.Length == 0 ? "" : $"; still missing: {missing}")}.",
            Remedies = [MoreTime],
        };

    /// <summary>A wait was cut short, which might have ended well in the time that it was declared to take.</summary>
    /// <param name="wait">What the wait saw.</param>
    public Failure Before(Failure wait) =>
        wait with
        {
            Cause = Causes.Unknown,
            Summary = $"{Spent} before '{wait.Service}' was ready. {wait.Summary}",
            Remedies = [MoreTime, .. wait.Remedies],
        };

    private string Spent => $"The run's budget of {Elapsed.Limit(settings.Timeout)} (--timeout) was used up";

    private Remedy MoreTime
    {
        get
        {
            var more = settings.Timeout * 2 > Usual ? settings.Timeout * 2 : Usual;
            return Remedy.Run(
                "Find out what took so long, or give the run more time.",
                string.Create(CultureInfo.InvariantCulture, $"SmokeTest --timeout {Math.Ceiling(more.TotalMinutes):0}m")
            );
        }
    }
}
