using System.Globalization;
using System.Text;

namespace GoldenPath.Guard.Logs;

/// <summary>Keeps, beside a log, when it was written: <c>logs/backend.times</c> has a line a write, the length of the log after it and the milliseconds since 1970.</summary>
/// <remarks>Few programs tell the time in every line, and none in the trace of an error. Writes that follow within 10 ms are told as one. A courtesy:
/// where a disk takes no more, the times end, and the log is none the worse for it. Not safe to use from several threads at once.</remarks>
/// <param name="log">The full path of the log.</param>
/// <param name="time">Where time comes from. Default: the system's.</param>
internal sealed class LogTimes(string log, TimeProvider? time = null) : IDisposable
{
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(10);

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private FileStream? _file;
    private DateTimeOffset _last;
    private (long Length, DateTimeOffset At)? _kept;
    private bool _isOver;

    /// <summary>Where the times of a log are kept.</summary>
    public static string FileOf(string log) => Path.ChangeExtension(log, ".times");

    /// <summary>Notes that the log was written just now.</summary>
    /// <param name="length">Its length.</param>
    public void Note(long length)
    {
        var now = _time.GetUtcNow();
        if (now - _last < Grain)
        {
            _kept = (length, now);
            return;
        }

        PassOn();
        Append(length, now);
        _last = now;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        PassOn();
        _file?.Dispose();
    }

    private void PassOn()
    {
        if (_kept is var (length, at))
        {
            Append(length, at);
            _kept = null;
        }
    }

    private void Append(long length, DateTimeOffset at)
    {
        if (_isOver)
        {
            return;
        }

        try
        {
            _file ??= new FileStream(FileOf(log), FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            _file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{length} {at.ToUnixTimeMilliseconds()}\n")));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            _isOver = true;
        }
    }
}
