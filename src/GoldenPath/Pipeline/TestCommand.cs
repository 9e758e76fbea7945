using GoldenPath.Configuration;
using GoldenPath.Reporting.Answers;
using GoldenPath.Results;
using GoldenPath.Services;

namespace GoldenPath.Pipeline;

/// <summary>Runs a test command like a service, shows what it says, and judges the results that it writes.</summary>
/// <remarks>The exit code alone proves nothing: results must be there, be newer than the start, and hold at least one test.</remarks>
/// <param name="session">The run.</param>
/// <param name="services">The services that it tests.</param>
/// <param name="console">Where its output is shown.</param>
internal sealed class TestCommand(RunSession session, ServiceStage services, IRunConsole console)
{
    private const int LongestLine = 80;

    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time = session.Clock.Time;

    /// <summary>Runs it.</summary>
    /// <param name="step">What is declared.</param>
    /// <param name="number">Its number among the steps; names its log.</param>
    /// <param name="cancellationToken">Ends it, like a service.</param>
    public async Task<TestCommandResult> RunAsync(CommandStep step, int number, CancellationToken cancellationToken)
    {
        var report = new TestReport(step, session.Settings.Root, session.Folder, $"tests.{number}");
        try
        {
            return await RunAsync(step, report, cancellationToken);
        }
        catch (PipelineException exception)
        {
            return report.NotStarted(exception.Failure);
        }
    }

    private async Task<TestCommandResult> RunAsync(CommandStep step, TestReport report, CancellationToken cancellationToken)
    {
        var filled = await Placeholders.FillAsync(step.Command, services.Values, session.End);
        IReadOnlyList<string> command = [.. filled.Select(services.Urls.Complete)];
        var spec = await SpecAsync(step, command, report.Log, cancellationToken);
        Directory.CreateDirectory(session.Folder.ResultsDirectory);
        var files = new ResultFiles(Placeholders.Fill(step.Results, services.Values));
        var kept = new ResultFiles(Path.Combine(session.Folder.ResultsDirectory, "**/*"));
        var tally = new TestTally();
        var output = new LiveOutput(spec.LogFile, console, tally, _time);
        console.Information(TextWidth.Cut($"Running {string.Join(' ', step.Command)}", LongestLine, '…'));
        using var shown = console.Watch(string.Join(' ', step.Command.Take(2)), tally.ToString);
        var limit = step.Timeout is { } own && own < session.Remaining ? own : session.Remaining;
        cancellationToken.ThrowIfCancellationRequested();
        var began = session.Clock.Elapsed;
        // Not cancelled halfway: what has been started must be known, to be stopped.
        var process = await session.Supervisor!.StartAsync(spec, CancellationToken.None);
        try
        {
            var inTime = await EndsAsync(process, output, limit, cancellationToken);
            // Before their redaction: it takes home folders out of the places of failures.
            var results = await Task.Run(() => ResultsReader.Read(files.Written(), session.Redactor.Redact), cancellationToken);
            TestJournal.Write(session, report.Log, began, results);
            return inTime
                ? report.Judge(await process.Exited, files, results)
                : report.TimedOut(limit, limit == step.Timeout ? null : session.Settings.Timeout, results);
        }
        finally
        {
            // However it ended: the run folder is kept and uploaded.
            await Task.Run(() => Redact(kept.Written()), CancellationToken.None);
            if (!process.Exited.IsCompleted)
            {
                session.Closing += () => Redact(kept.Written());
            }
        }
    }

    private void Redact(IEnumerable<string> files)
    {
        foreach (var problem in new ResultsRedaction(session.Redactor).Redact(files))
        {
            console.Warning(problem);
        }
    }

    private async Task<bool> EndsAsync(ISupervisedService process, LiveOutput output, TimeSpan limit, CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource();
        var shown = output.FollowAsync(stopped.Task);
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
            await StopAsync(process);
            stopped.SetResult();
            await shown;
        }
    }

    // With the run's budget used up, what is deaf takes its grace beside the services, not before them: the teardown waits for it, too.
    private Task StopAsync(ISupervisedService process)
    {
        var stopping = process.StopAsync(CancellationToken.None);
        return session.Remaining < LastMoment ? Task.WhenAny(stopping, Task.Delay(LastMoment, _time, CancellationToken.None)) : stopping;
    }

    private async Task<ProcessSpec> SpecAsync(
        CommandStep step,
        IReadOnlyList<string> command,
        string log,
        CancellationToken cancellationToken
    )
    {
        var environment = new Dictionary<string, string?>();
        foreach (var (name, value) in EndpointVariables.Of(session.Definition!, services.Values))
        {
            environment[name] = services.Urls.Complete(value);
        }

        foreach (var (name, value) in await Placeholders.FillAsync(step.Environment, services.Values, cancellationToken))
        {
            environment[name] = services.Urls.Complete(value);
        }

        return new ProcessSpec
        {
            Name = log,
            Command = command,
            Directory = step.Directory,
            Environment = environment,
            LogFile = session.Folder.LogFile(log),
        };
    }
}
