using GoldenPath.Guard.Redaction;
using GoldenPath.Reporting.Jobs;
using GoldenPath.Runs;

namespace GoldenPath.Pipeline;

/// <summary>A console whose lines are read by the runner of GitHub Actions too: nothing that a service or a test says is a command to it, and errors are
/// lines, so that the few notes that a step shows are those of the run's end.</summary>
/// <param name="inner">Where a person is told.</param>
internal sealed class JobConsole(IRunConsole inner) : IRunConsole
{
    /// <summary>The console of this process: as it is outside of a job.</summary>
    public static IRunConsole For(IRunConsole console) =>
        ActionsJob.IsHere(Environment.GetEnvironmentVariable) ? new JobConsole(console) : console;

    /// <summary>Lets the runner hide every secret, those that are known and those that become known.</summary>
    public static void Mask(Redactor redactor, IRunConsole console)
    {
        if (console is JobConsole)
        {
            redactor.SecretAdded += (_, added) => Mask(added.Secret, console);
            foreach (var secret in redactor.Secrets)
            {
                Mask(secret, console);
            }
        }
    }

    /// <summary>Folds what is told meanwhile; outside of a job it is told as ever.</summary>
    /// <param name="console">Where it is told.</param>
    /// <param name="title">What stands in its place.</param>
    /// <param name="work">What tells.</param>
    public static async Task FoldedAsync(IRunConsole console, string title, Func<Task> work)
    {
        if (console is not JobConsole)
        {
            await work();
            return;
        }

        console.Command(WorkflowCommand.Group(title));
        try
        {
            await work();
        }
        finally
        {
            console.Command(WorkflowCommand.EndGroup);
        }
    }

    /// <inheritdoc/>
    public void Information(string line) => inner.Information(WorkflowCommand.Harmless(line));

    /// <inheritdoc/>
    public void Warning(string line) => inner.Information("Warning: " + WorkflowCommand.Harmless(line));

    /// <inheritdoc/>
    public void Error(string line) => inner.Information("Error: " + WorkflowCommand.Harmless(line));

    /// <inheritdoc/>
    public void Detail(string line) => inner.Detail(WorkflowCommand.Harmless(line));

    /// <inheritdoc/>
    public IDisposable Watch(string subject, Func<string> state) => inner.Watch(subject, state);

    /// <inheritdoc/>
    public void Command(string command) => inner.Command(command);

    private static void Mask(string secret, IRunConsole console)
    {
        foreach (var command in WorkflowCommand.Masks(secret))
        {
            console.Command(command);
        }
    }
}
