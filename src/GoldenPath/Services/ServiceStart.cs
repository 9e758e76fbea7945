using GoldenPath.Configuration;
using GoldenPath.Guard.Redaction;
using GoldenPath.Runs;

namespace GoldenPath.Services;

/// <summary>A service to start, and what of the run it needs for that.</summary>
/// <param name="Service">What is declared; a process's command and environment are filled in.</param>
/// <param name="Port">The port that it shall answer on, chosen by now; <c>null</c> where it has none.</param>
/// <param name="Folder">The run's folder.</param>
/// <param name="Fill">Fills in the placeholders of a text.</param>
/// <param name="Supervisor">Starts processes and answers for their end.</param>
/// <param name="Console">Where a person is told what goes on.</param>
public sealed record ServiceStart(
    ServiceDefinition Service,
    int? Port,
    RunFolder Folder,
    Func<string, CancellationToken, Task<string>> Fill,
    ISupervisor Supervisor,
    IRunConsole Console
)
{
    /// <summary>Takes secrets out of what the service says. Default: one that knows no literal secrets.</summary>
    public Redactor Redactor { get; init; } = new();
}
