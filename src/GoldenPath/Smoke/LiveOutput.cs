using System.Text;
using GoldenPath.Runs;

namespace GoldenPath.Smoke;

/// <summary>Shows the lines of a log as they come.</summary>
/// <param name="file">The log, written by another process and redacted there.</param>
/// <param name="console">Where they are shown.</param>
/// <param name="time">Where time comes from.</param>
internal sealed class LiveOutput(string file, IRunConsole console, TimeProvider time)
{
    private const int LongestLine = 2000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly StringBuilder _line = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private long _position;

    /// <summary>Shows lines until something has ended and the rest is read.</summary>
    public async Task FollowAsync(Task ended)
    {
        while (!ended.IsCompleted)
        {
            await ReadOnAsync();
            await Task.WhenAny(ended, Task.Delay(Pause, time, CancellationToken.None));
        }

        await ReadOnAsync();
        Flush();
    }

    private async Task ReadOnAsync()
    {
        if (!File.Exists(file))
        {
            return;
        }

        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Position = _position;
        var bytes = new byte[16384];
        var text = new char[16384];
        int read;
        while ((read = await stream.ReadAsync(bytes)) > 0)
        {
            _position += read;
            Take(text.AsSpan(0, _decoder.GetChars(bytes, 0, read, text, 0)));
        }
    }

    private void Take(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character == '\n')
            {
                Flush();
            }
            else if (character != '\r' && _line.Length < LongestLine)
            {
                _line.Append(character);
            }
        }
    }

    private void Flush()
    {
        if (_line.Length > 0)
        {
            console.Information("  " + _line);
            _line.Clear();
        }
    }
}
