namespace GoldenPath.Terminal;

/// <summary>The few colours of lines.</summary>
/// <param name="isOn">Whether they are wanted.</param>
internal sealed class Ink(bool isOn)
{
    /// <summary>Good news.</summary>
    public string Green(string text) => Paint(text, "\e[1;32m");

    /// <summary>What wants attention.</summary>
    public string Yellow(string text) => Paint(text, "\e[33m");

    /// <summary>Bad news.</summary>
    public string Red(string text) => Paint(text, "\e[1;31m");

    /// <summary>What only names other text.</summary>
    public string Faint(string text) => Paint(text, "\e[2m");

    private string Paint(string text, string code) => isOn ? $"{code}{text}\e[0m" : text;
}
