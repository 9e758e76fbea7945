using System.Collections.Concurrent;

namespace GoldenPath.Tests.Docker;

/// <summary>Keeps what a person would be told.</summary>
internal sealed class ConsoleOfSpec : IRunConsole
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public void Information(string line) => Lines.Enqueue(line);

    public void Warning(string line) => Lines.Enqueue("WARNING " + line);

    public void Error(string line) => Lines.Enqueue("ERROR " + line);
}
