namespace GoldenPath.Readiness.Probes;

/// <summary>The port must accept a connection and hold it for 100 ms.</summary>
/// <remarks>It proves a listener that does not hang up, not an application behind it: the kernel accepts on behalf of a process that
/// hangs, and a container engine's proxy accepts before the application listens (it hangs up then, hence the holding).</remarks>
internal sealed class TcpProbe(ProbeAddress address, TimeProvider time) : Probe(address)
{
    private static readonly TimeSpan Hold = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    public override string Name => "TCP";

    /// <inheritdoc/>
    public override string Requirement => "a connection that is accepted and held for 100 ms";

    /// <inheritdoc/>
    public override async Task<ProbeAnswer> AskAsync(Connection connection, CancellationToken cancellationToken)
    {
        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var word = connection.Stream.ReadAsync(new byte[1], held.Token).AsTask();
        await Task.WhenAny(word, Task.Delay(Hold, time, held.Token));
        cancellationToken.ThrowIfCancellationRequested();
        var isHeld = !word.IsCompleted || (word.IsCompletedSuccessfully && await word > 0);
        await held.CancelAsync();
        await word.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return isHeld ? new(AnswerKind.Ready, "held") : ProbeAnswer.Dropped;
    }
}
