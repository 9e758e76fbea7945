using GoldenPath.Configuration;
using GoldenPath.Services;

namespace GoldenPath.Pipeline.Checks;

/// <summary>A command that a run will start on this machine: a service's or a test's.</summary>
/// <param name="Owner">Whose it is, as a person would say it.</param>
/// <param name="Command">The command, with its placeholders.</param>
/// <param name="Directory">Where it runs.</param>
/// <param name="Declared">The variables that its declaration sets.</param>
internal sealed record DeclaredCommand(
    string Owner,
    IReadOnlyList<string> Command,
    string Directory,
    IReadOnlyDictionary<string, string> Declared
)
{
    /// <summary>All of a file.</summary>
    public static IEnumerable<DeclaredCommand> All(PipelineDefinition definition) =>
        definition
            .Services.Select(service => (service.Name, Host: service.Host as ProcessHostDefinition))
            .Where(service => service.Host is not null)
            .Select(service => new DeclaredCommand(
                $"Service '{service.Name}'",
                service.Host!.Command,
                service.Host.Directory,
                service.Host.Environment
            ))
            .Concat(
                definition
                    .Smoke.OfType<CommandStep>()
                    .Select(step => new DeclaredCommand(
                        $"Test command '{string.Join(' ', step.Command.Take(3))}'",
                        step.Command,
                        step.Directory,
                        step.Environment
                    ))
            );

    /// <summary>The PATH that its executable is looked for in.</summary>
    public string? SearchPath =>
        ChildEnvironment
            .Compose(Environment.GetEnvironmentVariables(), Declared.ToDictionary(one => one.Key, one => (string?)one.Value), "")
            .GetValueOrDefault("PATH");

    /// <summary>Whether a word is only known when a run fills it in.</summary>
    public static bool IsOpen(string word) => word.Contains('{', StringComparison.Ordinal);
}
