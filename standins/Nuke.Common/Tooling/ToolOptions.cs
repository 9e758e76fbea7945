namespace Nuke.Common.Tooling;

/// <summary>Settings of a tool, which become its command line.</summary>
public abstract class ToolOptions : Options
{
    public string ProcessWorkingDirectory => Get<string>(nameof(ProcessWorkingDirectory));

    public bool? ProcessOutputLogging => Get<bool?>(nameof(ProcessOutputLogging));

    public IReadOnlyDictionary<string, string> ProcessEnvironmentVariables =>
        Get<IReadOnlyDictionary<string, string>>(nameof(ProcessEnvironmentVariables));

    public IReadOnlyList<string> ProcessAdditionalArguments => Get<IReadOnlyList<string>>(nameof(ProcessAdditionalArguments));

    /// <summary>The words of the command line, unquoted.</summary>
    internal abstract IEnumerable<string> Words();
}
