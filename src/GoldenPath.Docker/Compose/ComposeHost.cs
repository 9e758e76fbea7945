using GoldenPath.Configuration;
using GoldenPath.Docker.Containers;
using GoldenPath.Docker.Engine;
using GoldenPath.Guard.Leases;
using GoldenPath.Services;

namespace GoldenPath.Docker.Compose;

/// <summary>Brings projects of Docker Compose up, each under a name of the run, and reads back from the engine what runs.</summary>
/// <param name="engines">The engine.</param>
public sealed class ComposeHost(Engines engines) : IServiceHost
{
    /// <inheritdoc/>
    public bool Runs(HostDefinition host) => host is ComposeHostDefinition;

    /// <inheritdoc/>
    public async Task<string?> ExamineAsync(CancellationToken cancellationToken)
    {
        var engine = await engines.DescribeAsync(cancellationToken);
        return await ComposeVersion.FindAsync(cancellationToken) is { } compose
            ? $"{engine}; {compose}"
            : throw ComposeFailures.NotInstalled();
    }

    /// <inheritdoc/>
    public Task<ISupervisedService> StartAsync(ServiceStart start, CancellationToken cancellationToken) =>
        EngineEvidence.Of(start).KeepAsync(sheet => StartAsync(start, sheet, cancellationToken));

    /// <inheritdoc/>
    public Task<bool> StillRunsAsync(LeasedResource kept, CancellationToken cancellationToken) =>
        KeptContainers.StillRunAsync(engines, kept, cancellationToken);

    /// <inheritdoc/>
    public async Task<ISupervisedService> TakeUpAsync(ServiceStart start, LeasedResource kept, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var engine = await engines.OpenAsync(kept.Engine, cancellationToken);
        var project = new SupervisedProject(engine, start, EngineEvidence.Of(start), kept.Id, takenUpSince: now);
        await project.ReadBackAsync(cancellationToken);
        return project.ContainerId is null ? throw new PipelineException(ContainerFailures.Gone(start.Service.Name, kept)) : project;
    }

    private async Task<ISupervisedService> StartAsync(ServiceStart start, EngineEvidence sheet, CancellationToken cancellationToken)
    {
        var host = (ComposeHostDefinition)start.Service.Host;
        var environment = new Dictionary<string, string>();
        foreach (var (name, value) in host.Environment)
        {
            environment[name] = await start.Fill(value, cancellationToken);
        }

        var engine = await engines.OpenAsync(start, cancellationToken);
        var project = new SupervisedProject(engine, start, sheet, NameOf(start));
        try
        {
            start.Supervisor.Add(RunLease.OfProject(engine, start, project.ProjectName));
            await BringUpAsync(engine, start, project, environment, cancellationToken);
            return project;
        }
        catch
        {
            await project.StopAsync(CancellationToken.None);
            throw;
        }
    }

    private static async Task BringUpAsync(
        EngineConnection engine,
        ServiceStart start,
        SupervisedProject project,
        IReadOnlyDictionary<string, string> environment,
        CancellationToken cancellationToken
    )
    {
        var program = new ComposeProgram(engine, start, environment);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var up = program.UpAsync(project.ProjectName, enough.Token);
        // Compose waits for what others depend on, also where that dies again and again.
        if (await Task.WhenAny(up, project.Broken) != up)
        {
            await enough.CancelAsync();
            await up.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw new PipelineException(await project.Broken);
        }

        if (!await up)
        {
            throw await ExplainAsync(engine, start, project, program, cancellationToken);
        }

        await project.ReadBackAsync(cancellationToken);
        if (project.FindUnpublished() is { } failure)
        {
            throw new PipelineException(failure);
        }
    }

    private static async Task<PipelineException> ExplainAsync(
        EngineConnection engine,
        ServiceStart start,
        SupervisedProject project,
        ComposeProgram program,
        CancellationToken cancellationToken
    )
    {
        if (await project.ExplainPartsAsync(cancellationToken) is { } failure)
        {
            return new PipelineException(failure);
        }

        var log = new LogTail(program.LogFile).Last(20);
        var failures = new ComposeFailures(
            start.Service.Name,
            log,
            Path.GetRelativePath(start.Folder.Path, program.LogFile),
            program.OldVersion,
            engine.Address.PublishingHost
        );
        if (program.OldVersion is not null && ((ComposeHostDefinition)start.Service.Host).EnvironmentFiles.Count > 1)
        {
            return failures.NeedsNewer("Only v2 takes several env-files.");
        }

        return failures.NameClash is { } clash ? failures.Taken(clash.Name, await FindAsync(engine, clash.Id, cancellationToken))
            : failures.TakenPort is { } port && await project.FindPublisherAsync(port, cancellationToken) is { } holder
                ? failures.PublishedTwice(port, holder)
            : failures.Other();
    }

    private static async Task<ContainerView?> FindAsync(EngineConnection engine, string id, CancellationToken cancellationToken)
    {
        try
        {
            return new ContainerView(await engine.Client.Containers.InspectContainerAsync(id, cancellationToken));
        }
        catch (Exception e) when (EngineErrors.IsExpected(e))
        {
            return null;
        }
    }

    // What Compose accepts as a name: lower-case letters, digits, dashes and underscores.
    private static string NameOf(ServiceStart start) =>
        new([
            .. $"goldenpath-{start.Folder.RunId}-{start.Service.Name}"
                .ToLowerInvariant()
                .Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'),
        ]);
}
