using GoldenPath.Configuration;

namespace GoldenPath.Services;

/// <summary>Starts services of one kind: processes, containers, compose projects.</summary>
public interface IServiceHost
{
    /// <summary>Whether it starts services that are declared like this.</summary>
    bool Runs(HostDefinition host);

    /// <summary>Starts a service and returns as soon as it has been started, not when it is ready.</summary>
    /// <exception cref="Diagnosis.PipelineException">It could not be started.</exception>
    Task<ISupervisedProcess> StartAsync(ServiceStart start, CancellationToken cancellationToken);
}
