namespace Nuke.Common.Tooling;

public interface IProcess : IDisposable
{
    string FileName { get; }

    string Arguments { get; }

    string WorkingDirectory { get; }

    IReadOnlyCollection<Output> Output { get; }

    int Id { get; }

    int ExitCode { get; }

    bool HasExited { get; }

    void Kill();

    bool WaitForExit();
}
