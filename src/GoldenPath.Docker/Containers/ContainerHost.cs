using Docker.DotNet;
using Docker.DotNet.Models;
using GoldenPath.Configuration;
using GoldenPath.Docker.Engine;
using GoldenPath.Guard.Leases;
using GoldenPath.Services;

namespace GoldenPath.Docker.Containers;

/// <summary>Runs services as containers of their own, on a network of the run where they find each other by their names.</summary>
/// <param name="engines">The engine.</param>
public sealed class ContainerHost(Engines engines) : IServiceHost
{
    private readonly RunNetworks _networks = new();

    /// <inheritdoc/>
    public bool Runs(HostDefinition host) => host is ContainerHostDefinition;

    /// <inheritdoc/>
    public Task<string?> ExamineAsync(CancellationToken cancellationToken) => engines.DescribeAsync(cancellationToken);

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
        var found = await KeptContainers.FindAsync(engine, kept, cancellationToken);
        return found is [var view]
            ? StartingContainer.TakeUp(engine, start, view, now)
            : throw new PipelineException(ContainerFailures.Gone(start.Service.Name, kept));
    }

    private async Task<ISupervisedService> StartAsync(ServiceStart start, EngineEvidence sheet, CancellationToken cancellationToken)
    {
        var plan = await ContainerPlan.FillAsync(start, cancellationToken);
        var engine = await engines.OpenAsync(start, cancellationToken);
        start.Supervisor.Add(RunLease.OfRun(engine, start));
        var image = await new ImageSource(engine, start).ProvideAsync(
            (ContainerHostDefinition)start.Service.Host,
            plan.Image,
            cancellationToken
        );
        var container = await CreateAsync(engine, start, sheet, plan, image, cancellationToken);
        try
        {
            await container.StartAsync(cancellationToken);
            return container.Supervise();
        }
        catch
        {
            await container.AbandonAsync();
            throw;
        }
    }

    private async Task<StartingContainer> CreateAsync(
        EngineConnection engine,
        ServiceStart start,
        EngineEvidence sheet,
        ContainerPlan plan,
        string image,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var network = await _networks.OfAsync(engine, start, cancellationToken);
            foreach (var volume in plan.VolumeNames)
            {
                await engine.Client.Volumes.CreateAsync(
                    new VolumesCreateParameters { Name = volume, Labels = RunLabels.Of(start) },
                    cancellationToken
                );
            }

            var created = await engine.Client.Containers.CreateContainerAsync(plan.Parameters(image, network), cancellationToken);
            start.Supervisor.Add(RunLease.OfContainer(engine, start, created.ID));
            return new StartingContainer(engine, start, sheet, created.ID);
        }
        catch (DockerApiException e)
        {
            throw StartFailures.NotCreated(start, EngineErrors.Text(e));
        }
        catch (HttpRequestException e)
        {
            throw new PipelineException(EngineFailures.Lost(engine.Address, start.Service.Name, e.GetBaseException().Message));
        }
    }
}
