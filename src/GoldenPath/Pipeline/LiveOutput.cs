using GoldenPath.Services;

namespace GoldenPath.Pipeline;

/// <summary>Shows the lines of a log as they come.</summary>
/// <param name="file">The log, written by another process and redacted there.</param>
/// <param name="console">Where they are shown.</param>
/// <param name="tally">What counts them.</param>
/// <param name="time">Where time comes from.</param>
internal sealed class LiveOutput(string file, IRunConsole console, TestTally tally, TimeProvider time)
{
    /// <summary>What a person may still read; the log holds all.</summary>
    public const int MostLines = 10_000;

    private const int LongestLine = 4000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly LineSplitter _lines = new(0, LongestLine);
    private readonly byte[] _block = new byte[64 * 1024];
    private long _position = File.Exists(file) ? new FileInfo(file).Length : 0;

    /// <summary>Shows what is written from now on, until nothing more comes.</summary>
    /// <param name="ended">Completes when everything has been written.</param>
    public async Task FollowAsync(Task ended)
    {
        while (!ended.IsCompleted)
        {
            await ReadOnAsync();
            await Task.WhenAny(ended, Task.Delay(Pause, time, CancellationToken.None));
        }

        await ReadOnAsync();
        if (_lines.Rest is { } rest)
        {
            Show(rest);
        }
    }

    private async Task ReadOnAsync()
    {
        if (!File.Exists(file))
        {
            return;
        }

        await using var stream = new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            bufferSize: 0
        );
        stream.Position = _position;
        while (await stream.ReadAsync(_block) is > 0 and var read)
        {
            _position += read;
            foreach (var line in _lines.Add(_block.AsSpan(0, read)))
            {
                Show(line);
            }
        }
    }

    private void Show(LogLine line)
    {
        tally.Add(line.Text);
        if (line.Number <= MostLines)
        {
            console.Detail(line.Text);
        }
        else if (line.Number == MostLines + 1)
        {
            console.Detail($"… more than {MostLines:N0} lines; all of them are in {file}");
        }
    }
}
