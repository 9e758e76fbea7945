using Nuke.Common.CI;
using Nuke.Common.Utilities;

namespace GoldenPath.Nuke.Workflows;

/// <summary>A step of a workflow's job: an action, or a command of the build. Nothing of an event stands in its command: what comes from outside comes as a variable.</summary>
public sealed class WorkflowStep : ConfigurationEntity
{
    /// <summary>What the page of the job calls it; empty: the action's own name.</summary>
    public string Name { get; init; } = "";

    /// <summary>How later steps refer to it; empty for none.</summary>
    public string Id { get; init; } = "";

    /// <summary>When it runs; empty: when all before it succeeded.</summary>
    public string If { get; init; } = "";

    /// <summary>The action by its commit, with its version as a comment; empty: it runs a command.</summary>
    public string Uses { get; init; } = "";

    /// <summary>The command.</summary>
    public string Run { get; init; } = "";

    /// <summary>What the action is given; a value of several lines is written as such.</summary>
    public IReadOnlyList<(string Name, string Value)> With { get; init; } = [];

    /// <summary>The variables of the command.</summary>
    public IReadOnlyList<(string Name, string Value)> Environment { get; init; } = [];

    /// <inheritdoc/>
    public override void Write(CustomFileWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var lines = Lines().ToList();
        writer.WriteLine("- " + lines[0]);
        using var step = writer.Indent();
        foreach (var line in lines.Skip(1))
        {
            writer.WriteLine(line);
        }
    }

    private IEnumerable<string> Lines() =>
        new[]
        {
            Name.Length > 0 ? $"name: '{Name}'" : "",
            Id.Length > 0 ? $"id: {Id}" : "",
            If.Length > 0 ? $"if: {If}" : "",
            Uses.Length > 0 ? $"uses: {Uses}" : "",
        }
            .Where(line => line.Length > 0)
            .Concat(Map("with", With))
            .Concat(Map("env", Environment))
            .Concat(Run.Length > 0 ? [$"run: {Run}"] : []);

    private static IEnumerable<string> Map(string key, IReadOnlyList<(string Name, string Value)> entries) =>
        entries.Count == 0
            ? []
            : entries.SelectMany(entry => Entry(entry.Name, entry.Value)).Select(line => "  " + line).Prepend(key + ":");

    private static IEnumerable<string> Entry(string name, string value) =>
        value.Contains('\n', StringComparison.Ordinal)
            ? value.Split('\n').Select(line => "  " + line).Prepend($"{name}: |")
            : [$"{name}: {value}"];
}
