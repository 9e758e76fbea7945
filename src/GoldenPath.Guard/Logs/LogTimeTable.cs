using System.Globalization;

namespace GoldenPath.Guard.Logs;

/// <summary>When which part of a log was written, as <see cref="LogTimes"/> kept it.</summary>
internal sealed class LogTimeTable
{
    private readonly List<long> _lengths = [];
    private readonly List<DateTimeOffset> _moments = [];

    private LogTimeTable() { }

    /// <summary>Reads the times of a log; what cannot be read is passed over.</summary>
    /// <param name="log">The full path of the log.</param>
    /// <exception cref="IOException">There are times, but they cannot be read.</exception>
    public static LogTimeTable Of(string log)
    {
        var table = new LogTimeTable();
        if (File.Exists(LogTimes.FileOf(log)))
        {
            using var file = new FileStream(LogTimes.FileOf(log), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file);
            while (reader.ReadLine() is { } line)
            {
                table.Add(line.Split(' '));
            }
        }

        return table;
    }

    /// <summary>When the byte at a position was written; <c>null</c> where nobody knows.</summary>
    public DateTimeOffset? At(long position)
    {
        var index = _lengths.BinarySearch(position + 1);
        index = index < 0 ? ~index : index;
        return index < _moments.Count ? _moments[index] : null;
    }

    // A log only grows; anything else is no line of ours.
    private void Add(string[] parts)
    {
        if (
            parts is [var length, var at]
            && long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var moment)
            && moment < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            && (_lengths.Count == 0 || position > _lengths[^1])
        )
        {
            _lengths.Add(position);
            _moments.Add(DateTimeOffset.FromUnixTimeMilliseconds(moment));
        }
    }
}
