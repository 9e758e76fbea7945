#nullable enable

namespace Nuke.Common.Logging;

/// <summary>Colours of console output, or none.</summary>
internal sealed class Palette(bool colored)
{
    // What is blank must stay a line of its own in logs that drop empty lines.
    private const string BlankLine = "\u200B";
    private const string Reset = "\u001B[0m";

    private static readonly string[] Codes =
    [
        "\u001B[32;1m",
        "\u001B[38;5;247m",
        "\u001B[90;1m",
        "\u001B[39;1m",
        "\u001B[38;5;45;1m",
        "\u001B[38;5;214;1m",
        "\u001B[38;5;196;1m",
        "\u001B[38;5;231;1m\u001B[48;5;196m",
    ];

    public static Palette Colored { get; } = new(colored: true);

    public static Palette ForTerminal() =>
        new(EnvironmentInfo.GetVariable("TERM")?.StartsWith("xterm", StringComparison.OrdinalIgnoreCase) == true);

    public string Paint(PaletteColor color, string text) =>
        colored && !string.IsNullOrWhiteSpace(text) ? $"{Codes[(int)color]}{text}{Reset}" : text;

    public void WriteLine(PaletteColor color, string? text) =>
        Console.WriteLine(string.IsNullOrWhiteSpace(text) ? BlankLine : Paint(color, text));
}
