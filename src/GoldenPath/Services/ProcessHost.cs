using GoldenPath.Configuration;

namespace GoldenPath.Services;

/// <summary>Runs services as child processes of the run.</summary>
public sealed class ProcessHost : IServiceHost
{
    /// <inheritdoc/>
    public bool Runs(HostDefinition host) => host is ProcessHostDefinition;

    /// <inheritdoc/>
    public Task<ISupervisedService> StartAsync(ServiceStart start, CancellationToken cancellationToken)
    {
        var host = (ProcessHostDefinition)start.Service.Host;
        return start.Supervisor.StartAsync(
            new ProcessSpec
            {
                Name = start.Service.Name,
                Command = host.Command,
                Directory = host.Directory,
                Environment = host.Environment.ToDictionary(variable => variable.Key, variable => (string?)variable.Value),
                LogFile = start.Folder.LogFile(start.Service.Name),
                OpenInput = start.Service.OpenInput,
                Port = start.Port,
                Needs = start.Service.Needs,
                Stop = host.Stop,
            },
            cancellationToken
        );
    }
}
