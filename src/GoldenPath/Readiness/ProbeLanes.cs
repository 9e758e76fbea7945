using System.Net.Sockets;
using GoldenPath.Services;

namespace GoldenPath.Readiness;

/// <summary>The addresses of a service, asked side by side until one has answered every probe.</summary>
/// <remarks>
/// Until the first address accepts, one thread of its own knocks at all of them: on the loopback interface a refusal takes 30 µs, while a timer of
/// the thread pool costs ten times that. The address that accepts first gets a head start of 250 ms (as in RFC 8305), so that a service on both
/// families is not asked twice.
/// </remarks>
/// <param name="lanes">The addresses.</param>
/// <param name="rehearse">What is worth doing while nobody listens.</param>
/// <param name="time">The clock.</param>
internal sealed class ProbeLanes(IReadOnlyList<ProbeLane> lanes, Func<CancellationToken, Task> rehearse, TimeProvider time)
{
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    private readonly TaskCompletionSource _accepted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The addresses.</summary>
    public IReadOnlyList<ProbeLane> All => lanes;

    /// <summary>Completes when one has accepted a connection.</summary>
    public Task Accepted => _accepted.Task;

    /// <summary>The address that got furthest.</summary>
    public ProbeLane Furthest => lanes.MaxBy(lane => (lane.Passed, lane.WasAccepted ? 1 : 0))!;

    /// <summary>Asks until one address has answered every probe.</summary>
    public async Task<ProbeLane> ProveAsync(CancellationToken cancellationToken)
    {
        var (first, socket) = await Task.Factory.StartNew(
            () => KnockAtAll(cancellationToken),
            cancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        _accepted.TrySetResult();
        using var others = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = lanes.Select(lane => RunAsync(lane, lane == first ? socket : null, others.Token)).ToList();
        var proved = await Task.WhenAny(running);
        await others.CancelAsync();
        await Task.WhenAll(running).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return await proved;
    }

    private (ProbeLane Lane, Socket Socket) KnockAtAll(CancellationToken cancellationToken)
    {
        var pace = new Pace(time, 300, LongestPause);
        Task? rehearsal = null;
        while (true)
        {
            foreach (var lane in lanes)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (lane.Knock(Patience, cancellationToken) is { } socket)
                {
                    return (lane, socket);
                }
            }

            rehearsal ??= rehearse(cancellationToken);
            cancellationToken.WaitHandle.WaitOne(pace.Next);
        }
    }

    private async Task<ProbeLane> RunAsync(ProbeLane lane, Socket? accepted, CancellationToken cancellationToken)
    {
        if (accepted is null)
        {
            await Task.Delay(HeadStart, time, cancellationToken);
        }

        await lane.AskAsync(accepted, cancellationToken);
        return lane;
    }
}
