using System.Net;
using System.Text.RegularExpressions;
using GoldenPath.Readiness.Probes;
using GoldenPath.Runs;
using GoldenPath.Scenarios.Certificates;
using GoldenPath.Services;

namespace GoldenPath.Readiness;

/// <summary>One wait: whatever decides first, decides.</summary>
internal sealed class OngoingWait
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StrangerPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan SecondLook = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan HostPatience = TimeSpan.FromSeconds(2);

    private readonly ReadinessTarget _target;
    private readonly TimeProvider _time;
    private readonly SocketTable _sockets;
    private readonly TimelineRecorder _timeline;
    private readonly ProbeLanes? _lanes;
    private readonly OwnerCheck? _owners;
    private ReadinessTimeline? _cited;

    public OngoingWait(ReadinessTarget target, IReadOnlyList<IPAddress> addresses, TimeProvider time, SocketTable sockets)
    {
        (_target, _time, _sockets) = (target, time, sockets);
        _timeline = new(time, target.StartTimestamp ?? time.GetTimestamp());
        var probes = ProbeList.For(target, time);
        _lanes =
            target.Port is { } port && addresses.Count > 0
                ? new(
                    [.. addresses.Select(address => new ProbeLane(target, new(address, port), probes, _timeline, sockets, time))],
                    ending => Task.Run(() => new Rehearsal(target, time, sockets).RunAsync(ending), ending),
                    time
                )
                : null;
        _owners = target is { Process: { } process, Port: { } own } ? new(sockets, process, own) : null;
    }

    // What a failure cites is what is kept: probes may go on for a moment.
    private ReadinessReport Report => new(_target, _lanes, _cited ??= _timeline.ToTimeline());

    /// <summary>Waits until something is decided.</summary>
    public async Task<ReadinessOutcome> WaitAsync(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var shown = _target.Console?.Watch(_target.Service, () => $"{Missing} (at most {Elapsed.Limit(_target.Ready.Timeout)})");
        var proof = ProveAsync(ending.Token);
        var stranger = MeetStrangerAsync(ending.Token);
        var timeout = Task.Delay(_target.Ready.Timeout, _time, ending.Token);
        try
        {
            await Task.WhenAny([proof, stranger, timeout, .. HostTasks()]);
            cancellationToken.ThrowIfCancellationRequested();
            return _target.Process is { Exited.IsCompleted: true }
                    ? await FailAsync(await ExplainEndAsync(cancellationToken), cancellationToken)
                : _target.Process is { Broken: { IsCompleted: true } broken } ? Fail(Report.Complete(await broken))
                : stranger.IsCompleted ? Fail(Met(await stranger))
                : proof.Exception?.InnerException is PipelineException { Failure: var failure } ? Fail(failure)
                : proof.Exception?.InnerException is UntrustedCertificateException { Fault: var fault } ? Fail(Untrusted(fault))
                : proof.IsCompleted ? await ConcludeAsync(await proof, cancellationToken)
                : await EndLateAsync(await TimeOutAsync(cancellationToken), cancellationToken);
        }
        finally
        {
            await ending.CancelAsync();
            await Task.WhenAll(proof, stranger)
                .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>The outcome with a failure.</summary>
    public ReadinessOutcome Fail(Failure failure) =>
        new()
        {
            Service = _target.Service,
            After = _timeline.Elapsed,
            Timeline = _cited ?? _timeline.ToTimeline(),
            Failure = failure,
        };

    private string Missing =>
        _lanes?.Furthest is { Open: { } open } lane ? $"{lane.Last?.Description ?? "no answer yet"}; missing: {open.Requirement}"
        : _target.Ready.Log is { } pattern ? $"missing: a log line like '{pattern}'"
        : "missing: that its host calls it healthy";

    private IEnumerable<Task> HostTasks() => _target.Process is { } process ? [process.Exited, process.Broken] : [];

    /// <summary>Completes with the address that answered, once the log has said what it should, too.</summary>
    private async Task<ProbeLane?> ProveAsync(CancellationToken cancellationToken)
    {
        var log = ReadLogAsync(cancellationToken);
        if (_lanes is null)
        {
            await log;
            await ReadHealthAsync(cancellationToken);
            return null;
        }

        var lane = _lanes.ProveAsync(cancellationToken);
        await await Task.WhenAny(log, lane); // A pattern that cannot be used ends the wait at once.
        await log;
        await ReadHealthAsync(cancellationToken);
        return await lane;
    }

    private async Task ReadHealthAsync(CancellationToken cancellationToken)
    {
        if (_target is { Ready.Healthy: true, Process: { } process })
        {
            await process.Healthy.WaitAsync(cancellationToken);
            _timeline.Add("health", "", "healthy", isReady: true);
        }
    }

    private async Task ReadLogAsync(CancellationToken cancellationToken)
    {
        if (_target is not { Ready.Log: { } pattern, Log: { } file })
        {
            return;
        }

        try
        {
            var line = await new LogTail(file, _time).WaitForAsync(
                new(pattern, RegexOptions.CultureInvariant, MatchTimeout),
                cancellationToken
            );
            _timeline.Add("log", "", $"line {line.Number}", isReady: true);
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            throw new PipelineException(
                Report.Write(
                    Causes.Unknown,
                    $"Service '{_target.Service}' cannot be waited for: the pattern '{pattern}' for its log cannot be used. {e.Message}",
                    [new("Use a simpler regular expression in ready: { log: … }.")]
                ) with
                {
                    Kind = FailureKind.Misconfigured,
                }
            );
        }
    }

    /// <summary>Completes when somebody else answers on the port. He is seen twice: the table of processes may lag behind a fork.</summary>
    private async Task<Owner> MeetStrangerAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        _owners?.Judge(IPAddress.Loopback, []); // A rehearsal too: nobody can have accepted yet.
        await (
            _lanes is null || _owners is null
                ? Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellationToken)
                : _lanes.Accepted.WaitAsync(cancellationToken)
        );
        while (true)
        {
            await Task.Delay(StrangerPause, _time, cancellationToken);
            foreach (var lane in _lanes!.All.Where(lane => lane.WasAccepted))
            {
                if (await JudgeAsync(lane, [], cancellationToken) is { Kind: OwnerKind.Stranger } stranger)
                {
                    return stranger;
                }
            }
        }
    }

    private async Task<Owner> JudgeAsync(ProbeLane lane, IReadOnlyList<int> servers, CancellationToken cancellationToken)
    {
        var owner = _owners!.Judge(lane.EndPoint.Address, servers);
        if (owner.Kind is OwnerKind.Stranger or OwnerKind.Nobody)
        {
            await Task.Delay(SecondLook, _time, cancellationToken);
            owner = _owners.Judge(lane.EndPoint.Address, servers);
        }

        return owner;
    }

    /// <summary>Everything has answered: is it ours, at every address of the host?</summary>
    private async Task<ReadinessOutcome> ConcludeAsync(ProbeLane? proved, CancellationToken cancellationToken)
    {
        if (proved is null)
        {
            return Ready(null, new(OwnerKind.Ours, null, _target.Process?.Pid), []);
        }

        var others = new List<(ProbeLane Lane, bool IsOpen)>();
        foreach (var lane in _lanes!.All.Where(lane => lane != proved))
        {
            others.Add((lane, await lane.IsOpenAsync(SecondLook, cancellationToken)));
        }

        if (_owners is null)
        {
            return Ready(proved, External(proved), Warnings(proved, others));
        }

        var owner = await JudgeAsync(proved, proved.Servers, cancellationToken);
        foreach (var (lane, _) in others.Where(other => other.IsOpen && owner.Kind != OwnerKind.Stranger))
        {
            owner = await JudgeAsync(lane, [], cancellationToken) is { Kind: OwnerKind.Stranger } stranger ? stranger : owner;
        }

        return _target.Process!.Exited.IsCompleted ? await FailAsync(await ExplainEndAsync(cancellationToken), cancellationToken)
            : owner.Kind is OwnerKind.Stranger or OwnerKind.Nobody ? Fail(Met(owner))
            : Ready(proved, owner, Warnings(proved, others, owner));
    }

    private Owner External(ProbeLane proved)
    {
        var listener = IPAddress.IsLoopback(proved.EndPoint.Address)
            ? (_sockets.On(_target.Port!.Value) ?? []).MaxBy(listener => listener.Fit(proved.EndPoint.Address))
            : null;
        return new(OwnerKind.Unknown, listener, listener?.Pids.Cast<int?>().FirstOrDefault());
    }

    private IReadOnlyList<string> Warnings(ProbeLane proved, IEnumerable<(ProbeLane Lane, bool IsOpen)> others, Owner? owner = null) =>
        [
            .. others
                .Where(other => !other.IsOpen && other.Lane.Last?.Kind != AnswerKind.Unreachable)
                .Select(other =>
                    $"Service '{_target.Service}' answers at {proved.EndPoint} and not at {other.Lane.EndPoint}, which '{_target.Host}' stands for too: clients that try that first are slow or fail."
                ),
            .. owner?.Kind == OwnerKind.Unknown
                ? [$"Nobody could see whose process listens on {proved.EndPoint}: it is not proved that it is '{_target.Service}'."]
                : Array.Empty<string>(),
            .. _target.Ready.Trust.Insecure
                ?
                [
                    $"The certificate of '{_target.Service}' is NOT checked (ready: {{ insecure: true }}): anybody could answer in its place.",
                ]
                : Array.Empty<string>(),
        ];

    private ReadinessOutcome Ready(ProbeLane? proved, Owner owner, IReadOnlyList<string> warnings) =>
        new()
        {
            Service = _target.Service,
            After = _timeline.Elapsed,
            Timeline = _timeline.ToTimeline(),
            EndPoint = proved?.EndPoint,
            Identity = new(owner.Pid, _target.Process?.ContainerId, owner.Kind == OwnerKind.Ours && _target.Process is not null),
            Listener = owner.Description,
            Warnings = warnings,
        };

    /// <summary>Somebody else answers: beside the service, or instead of it.</summary>
    private Failure Met(Owner stranger)
    {
        IReadOnlyList<PortListener> holders = stranger.Listener is { } listener ? [listener] : [];
        return Report.Complete(
            _owners!.Listens() || holders.Count == 0
                ? PortCheck.NotOurs(_target, holders)
                : PortCheck.InUse(_target.Service, _target.Port!.Value, holders, "cannot become ready")
        );
    }

    private async Task<Failure> ExplainEndAsync(CancellationToken cancellationToken)
    {
        await LogSettled.WaitAsync(_target.Log, _time, cancellationToken);
        var exit = await _target.Process!.Exited;
        var stranger = _lanes
            ?.All.Select(lane => _owners!.Judge(lane.EndPoint.Address, []))
            .FirstOrDefault(owner => owner.Kind == OwnerKind.Stranger);
        var left = LeftRunning.By(_target.Process, exit);
        return stranger is { Listener: { } listener }
            ? Report.Complete(PortCheck.InUse(_target.Service, _target.Port!.Value, [listener], ProcessEnd.Describe(exit)))
            : Report.Write(
                ProcessEnd.Cause(exit),
                $"Service '{_target.Service}' {ProcessEnd.Describe(exit)} {Elapsed.Text(_timeline.Elapsed)} after its start, before it was ready."
                    + (left.Count == 0 ? "" : $" {LeftRunning.Describe(left, _sockets)}"),
                [.. left.Count == 0 ? [] : LeftRunning.Remedies(_target.Service, left), .. ReadLog()]
            );
    }

    private IEnumerable<Remedy> ReadLog() => _target.Log is { } log ? [new("Read its log.", FileCommands.ReadEnd(log))] : [];

    private Failure Untrusted(CertificateFault fault)
    {
        var address = _lanes!.Furthest.Open?.Address.Authority ?? _target.Host;
        return Report.Write(
            Causes.TlsCertificate,
            $"Service '{_target.Service}' cannot become ready: {address} speaks TLS, and {fault.Text}.",
            fault.RemediesAt(address)
        );
    }

    private async Task<Failure> TimeOutAsync(CancellationToken cancellationToken)
    {
        var finding = await new TimeoutDiagnosis(_target, _lanes, _sockets).FindAsync(cancellationToken);
        return Report.Write(
            finding.Cause,
            $"Service '{_target.Service}' was not ready after {Elapsed.Text(_target.Ready.Timeout)}: {finding.Sentence}.",
            finding.Remedies
        );
    }

    private async Task<ReadinessOutcome> EndLateAsync(Failure late, CancellationToken cancellationToken)
    {
        var outcome = await FailAsync(late, cancellationToken);
        return outcome with { HasTimedOut = outcome.Failure == late };
    }

    /// <summary>Lets the host of the service speak first: it may know why.</summary>
    private async Task<ReadinessOutcome> FailAsync(Failure own, CancellationToken cancellationToken)
    {
        if (_target.Process is not { } process)
        {
            return Fail(own);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(HostPatience);
        try
        {
            return Fail(await process.ExplainAsync(_target.Port, patience.Token) is { } known ? Report.Complete(known) : own);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Fail(own);
        }
    }
}
