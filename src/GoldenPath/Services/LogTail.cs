using System.Text.RegularExpressions;

namespace GoldenPath.Services;

/// <summary>Reads the end of a log that another process is still writing. The file may be missing for a while.</summary>
/// <param name="file">The full path of the log.</param>
/// <param name="time">The clock of the waiting. Default: the system's.</param>
internal sealed class LogTail(string file, TimeProvider? time = null)
{
    private const int LongestLine = 4096;
    private const int LastBytes = 256 * 1024;
    private const int BlockSize = 64 * 1024;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>The last lines of the log, oldest first; none where the file is missing or empty. Reads at most 256 KiB of text.</summary>
    /// <param name="count">How many lines at most.</param>
    public IReadOnlyList<LogLine> Last(int count)
    {
        using var stream = Open();
        return stream is null ? [] : Last(stream, count);
    }

    /// <summary>Waits for the first line that matches, from the beginning of the log on, also before its end has come. Notices a new line within 5 ms at first,
    /// and within 100 ms when it has waited long: looking costs processor time.</summary>
    /// <param name="pattern">What the line must match; bring a match timeout where the pattern comes from outside.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<LogLine> WaitForAsync(Regex pattern, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        FileStream? stream = null;
        var pace = new Pace(_time, 200, LongestPause);
        var lines = new LineSplitter(0, LongestLine);
        var block = new byte[BlockSize];
        try
        {
            while (true)
            {
                stream ??= Open();
                while (stream is not null && await stream.ReadAsync(block, cancellationToken) is > 0 and var read)
                {
                    IEnumerable<LogLine> brought = lines.Add(block.AsSpan(0, read));
                    foreach (var line in lines.Rest is { } begun ? brought.Append(begun) : brought)
                    {
                        if (pattern.IsMatch(line.Text))
                        {
                            return line;
                        }
                    }
                }
                await pace.WaitAsync(cancellationToken);
            }
        }
        finally
        {
            await (stream?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private static IReadOnlyList<LogLine> Last(FileStream stream, int count)
    {
        var start = Math.Max(0, stream.Length - LastBytes);
        var text = new byte[stream.Length - start];
        var lines = new LineSplitter(LineCount.Before(stream, start), LongestLine);
        stream.Position = start;
        List<LogLine> read = [.. lines.Add(text.AsSpan(0, stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false)))];
        if (lines.Rest is { } rest)
        {
            read.Add(rest);
        }
        var whole = start > 0 && read.Count > 1 ? 1 : 0;
        return read[Math.Max(whole, read.Count - count)..];
    }

    private FileStream? Open()
    {
        try
        {
            return new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
