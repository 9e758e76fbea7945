using System.Buffers;
using GoldenPath.Guard.Logs;
using GoldenPath.Guard.Redaction;

namespace GoldenPath.Guard.Launching;

/// <summary>Carries the output of one child into its log, redacted. Its memory is the same for a line and for a gigabyte.</summary>
/// <remarks>A log that cannot be written does not stop the child: its output is dropped and counted, until there is room again.</remarks>
internal sealed class OutputPump
{
    private const int BlockSize = 64 * 1024;
    private const int UntilIdleMs = 50;
    private const int StackSize = 256 * 1024;

    private readonly Lock _reading = new();
    private readonly IChildOutput _output;
    private readonly FileStream _log;
    private readonly LogTimes _times;
    private readonly LineRedactor _redactor;
    private readonly Action<string> _note;
    private readonly ArrayBufferWriter<byte> _clean = new(BlockSize * 2);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _dropped;
    private bool _isNoted;

    /// <param name="output">What the child writes.</param>
    /// <param name="log">Where the output goes.</param>
    /// <param name="times">Where it is kept when.</param>
    /// <param name="redactor">What hides the secrets.</param>
    /// <param name="note">Told once when output begins to be dropped.</param>
    public OutputPump(IChildOutput output, FileStream log, LogTimes times, Redactor redactor, Action<string> note)
    {
        (_output, _log, _times, _redactor, _note) = (output, log, times, redactor.ForStream(), note);
        new Thread(Run, StackSize) { IsBackground = true, Name = "output" }.Start();
    }

    /// <summary>Completes when the child and everything that inherited its output have ended, and the log is closed.</summary>
    public Task Closed => _closed.Task;

    /// <summary>Whether everything that was written so far is in the log.</summary>
    public bool IsDrained
    {
        get
        {
            lock (_reading)
            {
                return Closed.IsCompleted || !_output.IsReadable(timeoutMs: 0);
            }
        }
    }

    private void Run()
    {
        try
        {
            var block = new byte[BlockSize];
            do
            {
                PassOnBegun();
            } while (_output.IsReadable(timeoutMs: -1) && Carry(block));
        }
#pragma warning disable CA1031 // Catch more specific exceptions: the guard must live on, whatever becomes of one log.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _note($"The output of a process is being dropped: {e.Message}");
        }
        Close();
    }

    /// <summary>A prompt or a banner may never get its line break.</summary>
    private void PassOnBegun()
    {
        if (_redactor.HasBegun && !_output.IsReadable(UntilIdleMs))
        {
            lock (_reading)
            {
                _redactor.PassOnBegun(_clean);
                WriteToLog();
            }
        }
    }

    private void Close()
    {
        lock (_reading)
        {
            _redactor.Complete(_clean);
            WriteToLog();
            _log.Dispose();
            _times.Dispose();
            _output.Dispose();
            _closed.SetResult();
        }
    }

    private bool Carry(byte[] block)
    {
        lock (_reading)
        {
            var read = _output.Read(block);
            _redactor.Write(block.AsSpan(0, read), _clean);
            WriteToLog();
            return read > 0;
        }
    }

    private void WriteToLog()
    {
        try
        {
            if (_dropped > 0)
            {
                _log.Write(
                    System.Text.Encoding.UTF8.GetBytes(
                        $"\n[golden-path] {_dropped} bytes of output are missing here: the log could not be written.\n"
                    )
                );
                _dropped = 0;
            }
            if (_clean.WrittenCount > 0)
            {
                _log.Write(_clean.WrittenSpan);
                _times.Note(_log.Position);
            }
        }
        catch (IOException e)
        {
            // Once, although now and then a little of it may fit.
            if (!_isNoted)
            {
                _isNoted = true;
                _note($"The output of a process is being dropped: {_log.Name} cannot be written ({e.Message}). The process goes on.");
            }
            _dropped += _clean.WrittenCount;
        }
        _clean.ResetWrittenCount();
    }
}
