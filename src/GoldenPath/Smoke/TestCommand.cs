using GoldenPath.Configuration;
using GoldenPath.Diagnosis;
using GoldenPath.Results;
using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Smoke;

/// <summary>Runs a test command like a service, shows what it says, and judges the results that it writes.</summary>
/// <remarks>The exit code alone proves nothing: results must be there, be newer than the start, and hold at least one test.</remarks>
/// <param name="session">The run.</param>
/// <param name="services">The services that it tests.</param>
/// <param name="console">Where its output is shown.</param>
internal sealed class TestCommand(RunSession session, ServiceStage services, IRunConsole console)
{
    private readonly TimeProvider _time = session.Clock.Time;

    /// <summary>Runs it.</summary>
    /// <param name="step">What is declared.</param>
    /// <param name="number">Its number among the steps; names its log.</param>
    /// <param name="cancellationToken">Ends it, like a service.</param>
    /// <exception cref="PipelineException">Its executable is missing.</exception>
    public async Task<TestCommandResult> RunAsync(CommandStep step, int number, CancellationToken cancellationToken)
    {
        var command = await Placeholders.FillAsync(step.Command, services.Values, cancellationToken);
        var report = new TestReport(command, step, session.Folder, $"tests.{number}");
        var begun = _time.GetUtcNow();
        console.Information($"Running {string.Join(' ', command)}");
        var process = await session.Supervisor!.StartAsync(await SpecAsync(step, command, report.Log, cancellationToken), cancellationToken);
        var limit = step.Timeout is { } own && own < session.Remaining ? own : session.Remaining;
        var inTime = await EndsAsync(process, limit, cancellationToken);
        if (!inTime)
        {
            return report.TimedOut(limit);
        }

        var files = ResultFiles.Find(Placeholders.Fill(step.Results, services.Values), session.Definition!.Directory, begun);
        return report.Judge(await process.Exited, files, ResultsReader.Read(files));
    }

    private async Task<bool> EndsAsync(ISupervisedProcess process, TimeSpan limit, CancellationToken cancellationToken)
    {
        var output = new LiveOutput(process.LogFile, console, _time).FollowAsync(process.Exited);
        try
        {
            await process.Exited.WaitAsync(limit, _time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        finally
        {
            // Also after its end: a test runner may leave hosts and servers of its own behind.
            await process.StopAsync(CancellationToken.None);
            await output;
        }
    }

    private async Task<ProcessSpec> SpecAsync(CommandStep step, IReadOnlyList<string> command, string log, CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, string?>();
        foreach (var (name, value) in EndpointVariables.Of(session.Definition!, services.Values))
        {
            environment[name] = value;
        }

        foreach (var (name, value) in await Placeholders.FillAsync(step.Environment, services.Values, cancellationToken))
        {
            environment[name] = value;
        }

        return new ProcessSpec { Name = log, Command = command, Directory = step.Directory, Environment = environment, LogFile = session.Folder.LogFile(log) };
    }
}
