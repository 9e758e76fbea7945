namespace GoldenPath;

/// <summary>What mends a cause.</summary>
/// <param name="Text">What to do, for a person.</param>
/// <param name="Command">A command that can be pasted; <c>null</c> where there is none.</param>
public sealed record Remedy(string Text, string? Command = null)
{
    private const string Pipeline = "{pipeline}";

    /// <summary>A remedy that is a command of the pipeline itself. How a person calls that, the run knows: see <see cref="Worded"/>.</summary>
    /// <param name="text">What to do, for a person.</param>
    /// <param name="arguments">Targets and options of each command in turn, such as <c>SmokeTest --port 0</c>.</param>
    public static Remedy Run(string text, params ReadOnlySpan<string> arguments) =>
        new(text, string.Join(" && ", arguments.ToArray().Select(one => $"{Pipeline} {one}")));

    /// <summary>The same with the pipeline's own command in its place.</summary>
    /// <param name="pipeline">How a person calls the pipeline: <see cref="RunSettings.Command"/>.</param>
    public Remedy Worded(string pipeline) => this with { Command = Command?.Replace(Pipeline, pipeline, StringComparison.Ordinal) };
}
