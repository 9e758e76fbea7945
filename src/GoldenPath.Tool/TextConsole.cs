namespace GoldenPath.Tool;

/// <summary>Tells a person in lines on the standard output; warnings and errors by a word in front, and by colour on a terminal.</summary>
internal sealed class TextConsole : IRunConsole
{
    private const string Yellow = "\e[33m";
    private const string Red = "\e[31m";
    private const string Plain = "\e[0m";

    private readonly bool _colours =
        !Console.IsOutputRedirected
        && Environment.GetEnvironmentVariable("TERM") is not "dumb"
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <inheritdoc/>
    public void Information(string line) => Console.WriteLine(line);

    /// <inheritdoc/>
    public void Warning(string line) => Write(Yellow, $"Warning: {line}");

    /// <inheritdoc/>
    public void Error(string line) => Write(Red, $"Error: {line}");

    private void Write(string colour, string line) => Console.WriteLine(_colours ? colour + line + Plain : line);
}
