namespace GoldenPath.Tests.Pipeline;

/// <summary>How a command ended, and all that it printed.</summary>
internal sealed record CommandOutput(int ExitCode, string Text)
{
    /// <summary>Asserts the exit code and shows the output where it differs.</summary>
    public CommandOutput Exits(int code)
    {
        Assert.True(ExitCode == code, $"exit code {ExitCode} instead of {code}:\n{Text}");
        return this;
    }

    public CommandOutput Says(string text)
    {
        Assert.Contains(text, Text, StringComparison.Ordinal);
        return this;
    }

    public CommandOutput SaysNothingOf(string text)
    {
        Assert.DoesNotContain(text, Text, StringComparison.Ordinal);
        return this;
    }
}
