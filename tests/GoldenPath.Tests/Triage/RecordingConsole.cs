using GoldenPath.Runs;

namespace GoldenPath.Tests.Triage;

/// <summary>A console that remembers its lines.</summary>
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

    private void Add(string line)
    {
        lock (_lines)
        {
            _lines.Add(line);
        }
    }
}
