namespace GoldenPath.Tests.Terminal;

/// <summary>A spec that needs a pseudo terminal, as <c>script</c> of util-linux gives one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TerminalSpecAttribute : FactAttribute
{
    public TerminalSpecAttribute()
    {
        Timeout = 120_000;
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/script"))
        {
            Skip = "There is no script of util-linux here, which gives a pseudo terminal.";
        }
    }
}
