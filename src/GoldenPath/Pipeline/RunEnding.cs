using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Pipeline;

/// <summary>Ends what runs for a run, all of it side by side and once, whoever asks first: a signal, the filing of an incident, the teardown.</summary>
/// <param name="session">The run.</param>
/// <param name="leases">What earlier commands of the checkout left running.</param>
/// <param name="signals">What ends all grace.</param>
internal sealed class RunEnding(RunSession session, LeaseRegistry leases, PipelineSignals signals)
{
    private readonly Lock _gate = new();
    private Task<TeardownResult>? _earlier;

    /// <summary>Whether everything is left running on purpose: then no signal ends it any more.</summary>
    public bool IsLeft { get; set; }

    /// <summary>Ends what this command started.</summary>
    public async Task<TeardownResult> StopOwnAsync() =>
        session.Supervisor is { } supervisor ? await supervisor.StopAllAsync(signals.Hurried) : TeardownResult.Of(TimeSpan.Zero, []);

    /// <summary>Ends that, and what earlier commands started for it, beside each other.</summary>
    /// <param name="tookUp">Whether services of earlier commands were taken up.</param>
    public async Task<TeardownResult> StopAllAsync(bool tookUp)
    {
        var reports = await Task.WhenAll(StopOwnAsync(), tookUp ? StopEarlierAsync() : StopOwnAsync());
        return TeardownResult.Of(
            TimeSpan.FromMilliseconds(reports.Max(report => report.DurationMs)),
            [.. reports.SelectMany(report => report.Leftovers).Distinct()]
        );
    }

    /// <summary>Ends everything when the stages have come to their end, also what one of them was still making while that was being asked for.</summary>
    /// <param name="tookUp">Whether services of earlier commands were taken up.</param>
    public async Task<TeardownResult> CompleteAsync(bool tookUp)
    {
        var wasAsked = session.Supervisor?.IsEnding == true;
        var report = await StopAllAsync(tookUp);
        var late = wasAsked && report.Leftovers.Count == 0 ? await session.Supervisor!.SweepAsync(signals.Hurried) : [];
        return TeardownResult.Of(TimeSpan.FromMilliseconds(report.DurationMs), [.. report.Leftovers.Union(late)]);
    }

    private Task<TeardownResult> StopEarlierAsync()
    {
        lock (_gate)
        {
            return _earlier ??= leases.TeardownAsync(session.Settings.Root, signals.Hurried);
        }
    }
}
