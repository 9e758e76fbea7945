using System.Globalization;
using Nuke.Common.CI;
using Nuke.Common.Utilities;

namespace GoldenPath.Nuke.Workflows;

/// <summary>A job of a workflow, with what it may do and how long it may take.</summary>
public sealed class WorkflowJob : ConfigurationEntity
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The runner's image.</summary>
    public required string Image { get; init; }

    /// <summary>How many minutes it may take.</summary>
    public required int TimeoutMinutes { get; init; }

    /// <summary>What its token may do, such as <c>contents: read</c>.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>Its steps.</summary>
    public required IReadOnlyList<WorkflowStep> Steps { get; init; }

    /// <summary>When it runs; empty: always.</summary>
    public string If { get; init; } = "";

    /// <summary>The job that it comes after; empty for none.</summary>
    public string Needs { get; init; } = "";

    /// <summary>How many shards run it side by side; 0: it runs once.</summary>
    public int Shards { get; init; }

    /// <inheritdoc/>
    public override void Write(CustomFileWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteLine($"{Name}:");
        using var job = writer.Indent();
        foreach (var line in Lines())
        {
            writer.WriteLine(line);
        }

        writer.WriteLine("steps:");
        using var steps = writer.Indent();
        foreach (var step in Steps)
        {
            step.Write(writer);
        }
    }

    private IEnumerable<string> Lines() =>
        [
            Shards > 0 ? $"name: {Name} ${{{{ matrix.shard }}}}/{Shards}" : $"name: {Name}",
            .. Needs.Length > 0 ? [$"needs: {Needs}"] : Array.Empty<string>(),
            .. If.Length > 0 ? [$"if: {If}"] : Array.Empty<string>(),
            $"runs-on: {Image}",
            string.Create(CultureInfo.InvariantCulture, $"timeout-minutes: {TimeoutMinutes}"),
            "permissions:",
            .. Permissions.Select(permission => "  " + permission),
            .. Shards > 0
                ? ["strategy:", "  fail-fast: false", "  matrix:", $"    shard: [{string.Join(", ", Enumerable.Range(1, Shards))}]"]
                : Array.Empty<string>(),
        ];
}
