using Serilog;

namespace GoldenPath.Nuke;

/// <summary>Tells a person through Nuke's own log. Lines are values, never templates: a brace in a log line stays a brace.</summary>
internal sealed class SerilogConsole : IRunConsole
{
    /// <inheritdoc/>
    public void Information(string line) => Log.Information("{Line:l}", line);

    /// <inheritdoc/>
    public void Warning(string line) => Log.Warning("{Line:l}", line);

    /// <inheritdoc/>
    public void Error(string line) => Log.Error("{Line:l}", line);
}
