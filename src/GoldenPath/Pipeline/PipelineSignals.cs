using System.Runtime.InteropServices;

namespace GoldenPath.Pipeline;

/// <summary>Takes the signals that ask this process to end, so that it can end in order: the first one cancels the run, a second one
/// ends all patience. As long as this object lives, no signal but SIGKILL ends the process.</summary>
/// <remarks>SIGINT, SIGTERM, SIGHUP and SIGQUIT count alike. Some senders repeat themselves at once (<c>timeout</c>, a closing terminal):
/// what comes within a quarter of a second is the same request.</remarks>
public sealed class PipelineSignals : IDisposable
{
    private static readonly TimeSpan SameRequest = TimeSpan.FromMilliseconds(250);
    private static readonly PosixSignal[] Taken = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];

    private readonly TimeProvider _time;
    private readonly Lock _receiving = new();
    private readonly CancellationTokenSource _cancelled = new();
    private readonly CancellationTokenSource _hurried = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private long _firstAt;

    /// <summary>Begins to take signals.</summary>
    /// <param name="time">The clock. Default: the system's.</param>
    public PipelineSignals(TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        foreach (var signal in Taken)
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, Take));
        }
    }

    /// <summary>Raised by the first signal, before anything is cancelled: what takes its time to stop is asked at once.</summary>
    public event EventHandler? Cancelling;

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Cancelled => _cancelled.Token;

    /// <summary>Cancelled by a second signal: what still has grace loses it.</summary>
    public CancellationToken Hurried => _hurried.Token;

    /// <summary>The name of the first signal, such as <c>SIGINT</c>; <c>null</c> as long as none came.</summary>
    public string? Received { get; private set; }

    /// <summary>Gives the signals back.</summary>
    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _cancelled.Dispose();
        _hurried.Dispose();
    }

    /// <summary>Counts a signal. Whoever learns of one by other means, such as a console event, may call this too.</summary>
    /// <param name="name">The signal's name.</param>
    public void Receive(string name)
    {
        lock (_receiving)
        {
            if (Received is null)
            {
                (Received, _firstAt) = (name, _time.GetTimestamp());
                Cancelling?.Invoke(this, EventArgs.Empty);
                _ = _cancelled.CancelAsync();
            }
            else if (_time.GetElapsedTime(_firstAt) >= SameRequest)
            {
                _ = _hurried.CancelAsync();
            }
        }
    }

    private void Take(PosixSignalContext context)
    {
        context.Cancel = true;
        Receive(context.Signal.ToString());
    }
}
