using System.Buffers;
using System.Globalization;
using System.Text;
using GoldenPath.Runs;

namespace GoldenPath.Scenarios.Recording;

/// <summary>The file <c>frames.jsonl</c> of a run: every frame of every session, one JSON object a line, redacted, with monotonic time.</summary>
/// <remarks>A line is handed to the operating system as soon as its frame was seen, so it survives whatever happens to the run.
/// Its number, counted from 1, is what violations cite. A disk that takes no more ends the journal, never the run: the judgement does not
/// read it, and the first such error is kept in <see cref="Problem"/>.</remarks>
public sealed class FrameJournal : IDisposable
{
    private readonly Lock _lock = new();
    private readonly FileStream _stream;
    private readonly Func<string, string> _redact;
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
        lock (_lock)
        {
            var number = ++_lines;
            var start = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"n\":{number},"));
            var line = ArrayPool<byte>.Shared.Rent(start.Length + body.Length);
            start.CopyTo(line, 0);
            body.CopyTo(line.AsSpan(start.Length));
            Write(line.AsSpan(0, start.Length + body.Length));
            ArrayPool<byte>.Shared.Return(line);
            return number;
        }
    }

    /// <summary>Lines as they were written, by number.</summary>
    internal IReadOnlyDictionary<int, string> Quote(IReadOnlySet<int> numbers) =>
        File.ReadLines(_stream.Name).Index().Where(line => numbers.Contains(line.Index + 1)).ToDictionary(line => line.Index + 1, line => line.Item);

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private void Write(ReadOnlySpan<byte> line)
    {
        try
        {
            _stream.Write(line);
        }
        catch (IOException problem)
        {
            Problem ??= problem.Message;
        }
    }
}
