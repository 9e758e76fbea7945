namespace GoldenPath.Configuration;

/// <summary>A configuration that cannot be used. Its text is every problem, one a line, never a stack trace.</summary>
/// <param name="problems">At least one problem, in the order of the lines.</param>
#pragma warning disable CA1064 // Exceptions should be public: this one never leaves the library, a PipelineException tells its problems.
internal sealed class ConfigurationException(IReadOnlyList<ConfigurationProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
#pragma warning restore CA1064
{
    /// <summary>Every problem, in the order of the lines.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems { get; } = problems;

    /// <summary>The message alone: build tools print whatever this returns.</summary>
    public override string ToString() => Message;
}
