using Nuke.Common.CI;
using Nuke.Common.Utilities;

namespace GoldenPath.Nuke.Workflows;

/// <summary>A whole workflow: the workflow itself may do nothing, each of its jobs what it needs.</summary>
/// <remarks>Only the header of the file is the engine's, so that every engine writes the same.</remarks>
public sealed class Workflow : ConfigurationEntity
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What starts it, as lines below <c>on:</c>.</summary>
    public required IReadOnlyList<string> Triggers { get; init; }

    /// <summary>Runs with the same text take turns.</summary>
    public required string ConcurrencyGroup { get; init; }

    /// <summary>Whether a new run ends the one before it. Default: no.</summary>
    public bool ReplacesEarlierRuns { get; init; }

    /// <summary>Its jobs.</summary>
    public required IReadOnlyList<WorkflowJob> Jobs { get; init; }

    /// <inheritdoc/>
    public override void Write(CustomFileWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var line in Head())
        {
            writer.WriteLine(line);
        }

        using var jobs = writer.Indent();
        foreach (var job in Jobs)
        {
            job.Write(writer);
        }
    }

    private IEnumerable<string> Head() =>
        [
            $"name: {Name}",
            "",
            "on:",
            .. Triggers.Select(line => "  " + line),
            "",
            "permissions: {}",
            "",
            "concurrency:",
            $"  group: {ConcurrencyGroup}",
            $"  cancel-in-progress: {(ReplacesEarlierRuns ? "true" : "false")}",
            "",
            "jobs:",
        ];
}
