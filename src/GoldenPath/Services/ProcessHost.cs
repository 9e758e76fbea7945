using GoldenPath.Configuration;

namespace GoldenPath.Services;

/// <summary>Runs services as child processes of the run.</summary>
public sealed class ProcessHost : IServiceHost
{
    /// <inheritdoc/>
    public bool Runs(HostDefinition host) => host is ProcessHostDefinition;

    /// <inheritdoc/>
    public async Task<ISupervisedProcess> StartAsync(ServiceStart start, CancellationToken cancellationToken)
    {
        var host = (ProcessHostDefinition)start.Service.Host;
        var environment = new Dictionary<string, string?>();
        foreach (var (name, value) in host.Environment)
        {
            environment[name] = await start.Fill(value, cancellationToken);
        }

        var command = new List<string>();
        foreach (var word in host.Command)
        {
            command.Add(await start.Fill(word, cancellationToken));
        }

        return await start.Supervisor.StartAsync(
            new ProcessSpec
            {
                Name = start.Service.Name,
                Command = command,
                Directory = host.Directory,
                Environment = environment,
                LogFile = start.Folder.LogFile(start.Service.Name),
                Port = start.Port,
                Stop = host.Stop,
            },
            cancellationToken);
    }
}
