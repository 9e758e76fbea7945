using System.Text.RegularExpressions;

namespace GoldenPath.Tests;

/// <summary>A console that remembers its lines, and lets others wait for one.</summary>
internal sealed class RecordingConsole : IRunConsole
{
    private readonly List<string> _lines = [];

    public string Text
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    public void Information(string line) => Add(line);

    public void Warning(string line) => Add("warning: " + line);

    public void Error(string line) => Add("error: " + line);

    public void Command(string command) => Add(command);

    /// <summary>The first group of the first line that matches, once there is one.</summary>
    public async Task<string> MatchAsync(string pattern, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Regex.Match(Text, pattern, RegexOptions.Multiline) is { Success: true } match)
            {
                return match.Groups[1].Value;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken);
        }
    }

    private void Add(string line)
    {
        lock (_lines)
        {
            _lines.Add(line);
        }
    }
}
