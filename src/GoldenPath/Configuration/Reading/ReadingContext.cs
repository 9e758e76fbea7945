namespace GoldenPath.Configuration.Reading;

/// <summary>What the readers of one file share.</summary>
/// <param name="directory">The file's folder; relative paths start here.</param>
/// <param name="problems">Where problems are collected.</param>
/// <param name="variables">The environment.</param>
internal sealed class ReadingContext(string directory, ProblemList problems, Variables variables)
{
    public string Directory { get; } = directory;

    public ProblemList Problems { get; } = problems;

    public Variables Variables { get; } = variables;

    /// <summary>Texts with placeholders, checked once all services are known.</summary>
    public List<Template> Templates { get; } = [];
}
