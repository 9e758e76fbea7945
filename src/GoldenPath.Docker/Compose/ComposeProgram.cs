using System.Text.RegularExpressions;
using GoldenPath.Configuration;
using GoldenPath.Docker.Engine;
using GoldenPath.Services;

namespace GoldenPath.Docker.Compose;

/// <summary>Docker Compose as it is installed: the plugin of the <c>docker</c> program, or else <c>docker-compose</c>.</summary>
/// <param name="engine">The engine that it is to use.</param>
/// <param name="start">The service.</param>
/// <param name="environment">The declared environment, filled in.</param>
internal sealed partial class ComposeProgram(EngineConnection engine, ServiceStart start, IReadOnlyDictionary<string, string> environment)
{
    private const int LinesOfAnswers = 400;

    private static readonly string[][] Programs =
    [
        ["docker", "compose"],
        ["docker-compose"],
    ];

    private readonly ComposeHostDefinition _host = (ComposeHostDefinition)start.Service.Host;

    /// <summary>Where its output goes.</summary>
    public string LogFile => start.Folder.LogFile(Name);

    private string Name => start.Service.Name + ".compose";

    /// <summary>The version of a Compose v1, once it was found to be the only one; <c>null</c> otherwise.</summary>
    public string? OldVersion =>
        new LogTail(LogFile)
            .Last(LinesOfAnswers)
            .Select(line => Version().Match(line.Text))
            .LastOrDefault(match => match.Success)
            ?.Groups[1]
            .Value;

    /// <summary>Brings a project up, and returns when Compose says that it is.</summary>
    /// <returns>Whether it came up.</returns>
    /// <exception cref="PipelineException">No Compose is installed.</exception>
    public async Task<bool> UpAsync(string project, CancellationToken cancellationToken)
    {
        var program = await FindAsync(cancellationToken);
        if (_host.EnvironmentFiles.Count > 1 && OldVersion is not null)
        {
            return false; // It takes one alone, and answers with its help.
        }

        start.Console.Information(
            $"Bringing up the Compose project {project} of service '{start.Service.Name}' with {string.Join(' ', program)}."
        );
        return await RunAsync([.. program, .. Arguments(project)], cancellationToken);
    }

    private IEnumerable<string> Arguments(string project) =>
        [
            "--project-name",
            project,
            .. _host.Files.SelectMany(file => new[] { "--file", file }),
            .. _host.Profiles.SelectMany(profile => new[] { "--profile", profile }),
            .. _host.EnvironmentFiles.SelectMany(file => new[] { "--env-file", file }),
            "up",
            "--detach",
            .. _host.Services,
        ];

    [GeneratedRegex(@"^docker-compose version (1\.[0-9.]+)")]
    private static partial Regex Version();

    private async Task<string[]> FindAsync(CancellationToken cancellationToken)
    {
        foreach (var program in Programs)
        {
            if (await IsInstalledAsync(program, cancellationToken))
            {
                return program;
            }
        }

        throw ComposeFailures.NotInstalled(start.Service.Name);
    }

    private async Task<bool> IsInstalledAsync(string[] program, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync([.. program, "version"], cancellationToken);
        }
        catch (PipelineException e) when (e.Failure.Cause == Causes.ExecutableMissing)
        {
            return false;
        }
    }

    private async Task<bool> RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        var variables = new Dictionary<string, string?>(engine.Address.Environment);
        foreach (var (name, value) in environment)
        {
            variables[name] = value;
        }

        var spec = new ProcessSpec
        {
            Name = Name,
            Command = command,
            Directory = Path.GetDirectoryName(_host.Files[0])!,
            Environment = variables,
            LogFile = LogFile,
        };
        var process = await start.Supervisor.StartAsync(spec, cancellationToken);
        try
        {
            return await process.Exited.WaitAsync(cancellationToken) is { Code: 0 };
        }
        catch (OperationCanceledException)
        {
            await process.StopAsync(CancellationToken.None);
            throw;
        }
    }
}
