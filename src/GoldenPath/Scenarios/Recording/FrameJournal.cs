using System.Buffers;
using System.Globalization;
using System.Text.Unicode;
using GoldenPath.Runs;

namespace GoldenPath.Scenarios.Recording;

/// <summary>The file <c>frames.jsonl</c> of a run: every frame of every session, one JSON object a line, redacted, with monotonic time.</summary>
/// <remarks>A line is handed to the operating system as soon as its frame was seen, or with the next write where one is under way: so it survives
/// whatever happens to the run, and no session waits for the disk on behalf of another. Its number, counted from 1, is what violations cite. A disk that takes no more ends the journal, never the run: the judgement does not
/// read it, and the first such error is kept in <see cref="Problem"/>.</remarks>
internal sealed class FrameJournal : IDisposable
{
    private const int Room = 16 * 1024;
    private const int MostKept = 1 << 20;

    private readonly Lock _numbering = new();
    private readonly Lock _writing = new();
    private readonly FileStream _stream;
    private readonly Func<string, string> _redact;
    private ArrayBufferWriter<byte> _waiting = new(Room);
    private ArrayBufferWriter<byte> _written = new(Room);
    private int _lines;

    /// <summary>Opens the journal of a run, and continues it where it exists.</summary>
    /// <param name="path">The full path; its folder is made where it is missing.</param>
    /// <param name="clock">The run's time.</param>
    /// <param name="redact">Takes secrets out of a text.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public FrameJournal(string path, RunClock clock, Func<string, string> redact)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(redact);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _lines = File.Exists(path) ? File.ReadLines(path).Count() : 0;
        _stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        _redact = redact;
        Clock = clock;
    }

    /// <summary>Why it could not be written to its end; <c>null</c> where it could.</summary>
    public string? Problem { get; private set; }

    /// <summary>The clock that it goes by.</summary>
    internal RunClock Clock { get; }

    /// <summary>Writes a line.</summary>
    /// <returns>Its number.</returns>
    internal int Append(in FrameEntry entry)
    {
        var body = FrameLine.Format(entry, _redact);
        int number;
        lock (_numbering)
        {
            number = ++_lines;
            Enter(number, body);
        }

        // Who holds the lock writes this line too, and looks once more when he has left.
        while (HasWaiting && _writing.TryEnter())
        {
            try
            {
                WriteWaiting();
            }
            finally
            {
                _writing.Exit();
            }
        }

        return number;
    }

    /// <summary>Lines as they were written, by number.</summary>
    internal IReadOnlyDictionary<int, string> Quote(IReadOnlySet<int> numbers)
    {
        lock (_writing)
        {
            WriteWaiting();
            return File.ReadLines(_stream.Name)
                .Index()
                .Where(line => numbers.Contains(line.Index + 1))
                .ToDictionary(line => line.Index + 1, line => line.Item);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_writing)
        {
            WriteWaiting();
            _stream.Dispose();
        }
    }

    private bool HasWaiting
    {
        get
        {
            lock (_numbering)
            {
                return _waiting.WrittenCount > 0;
            }
        }
    }

    private void Enter(int number, ReadOnlySpan<byte> body)
    {
        Span<byte> start = stackalloc byte[24];
        Utf8.TryWrite(start, CultureInfo.InvariantCulture, $"{{\"n\":{number},", out var length);
        _waiting.Write(start[..length]);
        _waiting.Write(body);
    }

    /// <summary>Writes what has come together. One at a time.</summary>
    private void WriteWaiting()
    {
        lock (_numbering)
        {
            (_waiting, _written) = (_written, _waiting);
        }

        if (_written.WrittenCount > 0)
        {
            Write(_written.WrittenSpan);
        }

        _written = _written.Capacity > MostKept ? new(Room) : _written;
        _written.ResetWrittenCount();
    }

    private void Write(ReadOnlySpan<byte> lines)
    {
        try
        {
            _stream.Write(lines);
        }
        catch (IOException problem)
        {
            Problem ??= problem.Message;
        }
    }
}
