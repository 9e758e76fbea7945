using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Pipeline;

/// <summary>The end of what a run started: it is stopped and that is verified, or it is left running on purpose.</summary>
/// <param name="session">The run.</param>
/// <param name="leases">What earlier commands of the checkout left running.</param>
/// <param name="signals">What ends the run, and all grace.</param>
/// <param name="console">Where a person is told what became of it.</param>
internal sealed class RunTeardown(RunSession session, LeaseRegistry leases, PipelineSignals signals, IRunConsole console)
{
    private readonly RunEnding _ending = new(session, leases, signals);

    /// <summary>The run's services; <c>null</c> until one was asked to start.</summary>
    public ServiceStage? Services { get; set; }

    /// <summary>What goes on running on purpose, such as <c>backend (pid 4711, port 8002)</c>.</summary>
    public IReadOnlyList<string> Left { get; private set; } = [];

    private string Stopping =>
        string.Join(
            ", ",
            Services?.Running.Where(service => service.Process is { Exited.IsCompleted: false }).Select(service => service.Definition.Name)
                ?? []
        );

    private bool TookUp => Services?.TookUp == true;

    /// <summary>Begins to stop everything, all of it side by side, and waits for nothing: what is deaf takes its grace from the first moment on, not when the stages have come
    /// to their end. Nothing happens where all is left running on purpose.</summary>
    public void Begin()
    {
        if (!_ending.IsLeft)
        {
            Services?.StopWatching();
            _ = _ending.StopAllAsync(TookUp);
        }
    }

    /// <summary>Stops all that this run started or took up, and verifies it.</summary>
    /// <exception cref="PipelineException">Something is left.</exception>
    public async Task StopAsync()
    {
        Services?.StopWatching();
        using var shown = console.Watch("stopping", () => Stopping);
        var (_, took, leftovers) = session.Record.Teardown = await _ending.CompleteAsync(TookUp);
        session.Journal.Write("teardown", leftovers.Count == 0 ? "nothing is left" : string.Join("; ", leftovers));
        if (leftovers.Count > 0)
        {
            throw new PipelineException(Failed(leftovers));
        }

        Action<string> line = Services is null ? console.Detail : console.Information;
        line($"Stopped and verified in {Elapsed.Text(TimeSpan.FromMilliseconds(took))}: nothing is left running.");
    }

    /// <summary>Stops what this command itself started.</summary>
    public async Task StopOwnAsync()
    {
        Services?.StopWatching();
        await _ending.StopOwnAsync();
    }

    /// <summary>Leaves the services that run running, and says how to end them.</summary>
    public async Task LeaveAsync()
    {
        _ending.IsLeft = true;
        Services?.StopWatching();
        var alive = Services?.Running.Where(service => service.Process is { Exited.IsCompleted: false }).ToList() ?? [];
        if (Services?.Started == true && alive.Count > 0)
        {
            await session.Supervisor!.ReleaseAsync(CancellationToken.None);
        }
        else
        {
            await StopOwnAsync();
        }

        Left = [.. alive.Select(service => $"{service.Definition.Name} ({service.Shown})")];
        console.Detail(
            Left.Count > 0
                ? $"The services go on running; end them with: {session.Settings.Command} {Stages.Teardown}"
                : "Nothing that this project started is running, so nothing is kept."
        );
    }

    /// <summary>The failure of a teardown that left something behind.</summary>
    public static Failure Failed(IReadOnlyList<string> leftovers) =>
        new()
        {
            Cause = Causes.Unknown,
            Summary = $"The teardown left something behind: {string.Join("; ", leftovers)}",
            Details = leftovers,
        };
}
