using GoldenPath.Configuration;
using GoldenPath.Configuration.Reading;

namespace GoldenPath.Pipeline;

/// <summary>What the file says, or everything that is wrong with it.</summary>
/// <param name="Definition">What is declared; <c>null</c> where something is wrong.</param>
/// <param name="Problems">What is wrong, a line each.</param>
internal sealed record DefinitionSource(PipelineDefinition? Definition, IReadOnlyList<string> Problems)
{
    /// <summary>Reads the file.</summary>
    public static DefinitionSource Read(RunSettings settings)
    {
        try
        {
            var definition = PipelineDefinitionReader.Read(settings.Config);
            return settings.Shard is { } shard ? Dealt(new Dealing(definition, shard)) : new DefinitionSource(definition, []);
        }
        catch (ConfigurationException configuration)
        {
            return new DefinitionSource(null, [.. configuration.Problems.Select(problem => problem.ToString())]);
        }
    }

    /// <summary>What is declared.</summary>
    /// <exception cref="PipelineException">Something is wrong.</exception>
    public PipelineDefinition DefinitionOrThrow() =>
        Definition
        ?? throw new PipelineException(
            new Failure
            {
                Cause = Causes.Unknown,
                Kind = FailureKind.Misconfigured,
                Summary = string.Join('\n', Problems),
            }
        );

    private static DefinitionSource Dealt(Dealing dealing) =>
        dealing.Deal() is { } mine ? new DefinitionSource(mine, []) : new DefinitionSource(null, [dealing.Nothing]);
}
