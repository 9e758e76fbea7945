namespace GoldenPath.Configuration.Reading;

/// <summary>Reads a <c>goldenpath.yml</c> and checks it as a whole, before anything starts.</summary>
/// <remarks>It proves that the file can be used, and that folders and projects which it names are there; not that commands, URLs
/// or credentials work.</remarks>
internal static class PipelineDefinitionReader
{
    /// <summary>Reads a file, with the variables of this process.</summary>
    /// <param name="path">The file; relative to the working directory.</param>
    /// <exception cref="ConfigurationException">The file is missing or wrong. Holds every problem, not just the first.</exception>
    public static PipelineDefinition Read(string path) => Read(path, Environment.GetEnvironmentVariable, Environment.CurrentDirectory);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; relative to <paramref name="workingDirectory"/>.</param>
    /// <param name="variable">Gives the value of an environment variable, <c>null</c> where it is not set.</param>
    /// <param name="workingDirectory">A full path. Problems name the file relative to it where it is inside.</param>
    /// <exception cref="ConfigurationException">The file is missing or wrong. Holds every problem, not just the first.</exception>
    public static PipelineDefinition Read(string path, Func<string, string?> variable, string workingDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = Path.GetFullPath(path, workingDirectory);
        var problems = new ProblemList(Shown(file, workingDirectory));
        var text = SourceFile.Read(file, problems);
        var node = new NodeComposer(text, problems).Compose();
        var session = new ReadingContext(Path.GetDirectoryName(file)!, problems, new Variables(variable));
        var definition = Read(new NodeReader(session, node, node, ""), file);
        problems.ThrowIfAny();
        return definition;
    }

    private static PipelineDefinition Read(NodeReader root, string file)
    {
        if (root.Node is ScalarNode { IsNull: true })
            root.Problem("the file is empty", "Declare at least services: and scenarios:");
        else if (root.Node is MapNode)
            return Checked(PipelineReader.Read(root, file), root.Session);
        else
            root.Problem($"the file must be a mapping with {string.Join(", ", PipelineReader.Keys)}{NodeText.Instead(root.Node)}");
        root.Session.Problems.ThrowIfAny();
        throw new InvalidOperationException("A file without a mapping has a problem.");
    }

    private static PipelineDefinition Checked(PipelineDefinition definition, ReadingContext session)
    {
        new TemplateChecks(definition).Check(session.Templates);
        return definition;
    }

    private static string Shown(string file, string workingDirectory)
    {
        var relative = Path.GetRelativePath(workingDirectory, file);
        return relative.StartsWith("..", StringComparison.Ordinal) ? file : relative;
    }
}
