using GoldenPath.Terminal;

namespace GoldenPath.Tests.Terminal;

/// <summary>What is done where: on terminals, in pipes, as the environment asks.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class ScreenSpecs
{
    [TableSpec]
    [InlineData(true, "TERM=xterm-256color", true, true)]
    [InlineData(true, "", true, true)]
    [InlineData(true, "TERM=dumb", false, false)]
    [InlineData(true, "TERM=dumb FORCE_COLOR=1", false, true)]
    [InlineData(true, "TERM=xterm NO_COLOR=1", true, false)]
    [InlineData(true, "TERM=xterm NO_COLOR=", true, true)]
    [InlineData(true, "TERM=xterm NO_COLOR=1 FORCE_COLOR=1", true, true)]
    [InlineData(true, "TERM=xterm FORCE_COLOR=0", true, false)]
    [InlineData(true, "TERM=xterm CI=true", false, true)]
    [InlineData(false, "TERM=xterm", false, false)]
    [InlineData(false, "TERM=xterm FORCE_COLOR=1", false, true)]
    public Task The_environment_decides_about_colours_and_live_blocks(bool isTerminal, string environment, bool isLive, bool hasColours)
    {
        var variables = environment
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(variable => variable.Split('='))
            .ToDictionary(parts => parts[0], parts => parts[1]);

        var screen = Screen.Of(TextWriter.Null, isTerminal, variables.GetValueOrDefault);

        Assert.Equal((isLive, hasColours), (screen.IsLive, screen.HasColours));
        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData("[red]plain[/] {0} %s", "[red]plain[/] {0} %s")]
    [InlineData("\e[31mred\e[0m", "\\e[31mred\\e[0m")]
    [InlineData("a\rb\nc\td", "ab c d")]
    [InlineData("\u202Eright to left\u200B", "\\u202eright to left\\u200b")]
    [InlineData("\u0007bell\u009B2J", "\\x07bell\\x9b2J")]
    [InlineData("äöü → 端末 ✓", "äöü → 端末 ✓")]
    public Task Text_of_others_stays_text(string text, string shown)
    {
        Assert.Equal(shown, Printable.Line(text));
        return Task.CompletedTask;
    }
}
