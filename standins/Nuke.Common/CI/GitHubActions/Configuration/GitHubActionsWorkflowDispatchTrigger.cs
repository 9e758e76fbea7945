using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

public class GitHubActionsWorkflowDispatchTrigger : GitHubActionsDetailedTrigger
{
    public string[] OptionalInputs { get; set; } = [];

    public string[] RequiredInputs { get; set; } = [];

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("workflow_dispatch:");
        using var dispatch = writer.Indent();
        writer.WriteLine("inputs:");
        using var inputs = writer.Indent();
        foreach (var input in OptionalInputs)
            Write(writer, input, "false");
        foreach (var input in RequiredInputs)
            Write(writer, input, "true");
    }

    private static void Write(CustomFileWriter writer, string input, string required)
    {
        writer.WriteLine($"{input}:");
        using var properties = writer.Indent();
        writer.WriteLine($"description: \"{ParameterNames.Spaced(input)}\"");
        writer.WriteLine($"required: {required}");
    }
}
