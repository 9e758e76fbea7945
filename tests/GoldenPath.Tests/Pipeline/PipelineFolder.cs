using System.Text.Json.Nodes;

namespace GoldenPath.Tests.Pipeline;

/// <summary>A folder like another team's checkout: a goldenpath.yml, a build with the components, and a state folder of its own.</summary>
internal sealed class PipelineFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PipelineFolder(string? configuration = null)
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, ".nuke"));
        if (configuration is not null)
        {
            Write("goldenpath.yml", configuration);
        }
    }

    public string Path => _folder.Path;

    /// <summary>The engine that the build finds; <c>null</c> for the one of this machine.</summary>
    public string? DockerHost { get; init; }

    /// <summary>The face that runs it; default: the build of another team.</summary>
    public string Program { get; init; } = Programs.OtherTeam;

    /// <summary>A command that starts the build with other rights; default: none.</summary>
    public IReadOnlyList<string> Through { get; init; } = [];

    /// <summary>The result of the newest run.</summary>
    public JsonNode Result => JsonNode.Parse(Read("artifacts/golden-path/latest/run.json"))!;

    /// <summary>Variables on top of this process's; <c>null</c> takes one away.</summary>
    public Dictionary<string, string?> Environment { get; } =
        new()
        {
            ["TERM"] = "dumb",
            ["NUKE_VERBOSITY"] = "verbose",
            ["GITHUB_TOKEN"] = null,
            ["GITHUB_ACTIONS"] = null,
            ["CI"] = null,
        };

    public string Read(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file));

    public bool Has(string file) => File.Exists(System.IO.Path.Combine(Path, file));

    public void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    /// <summary>Runs the build to its end.</summary>
    public async Task<CommandOutput> RunAsync(params string[] arguments)
    {
        using var command = Start(arguments);
        return await command.EndAsync();
    }

    /// <summary>Starts the build.</summary>
    public RunningCommand Start(params string[] arguments)
    {
        var environment = new Dictionary<string, string?>(Environment) { ["GOLDENPATH_STATE"] = System.IO.Path.Combine(Path, "state") };
        if (DockerHost is not null)
        {
            environment["DOCKER_HOST"] = DockerHost;
        }

        return RunningCommand.Start(Path, [Program, .. arguments], environment, Through);
    }

    public void Dispose() => _folder.Dispose();
}
