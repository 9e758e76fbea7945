using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>Opens a file where a message says that something is wrong with it.</summary>
internal static class Editing
{
    private const int Longest = 200;

    /// <summary>Corrects a line of a file, with what is said of it.</summary>
    public static Remedy At(string file, int line, Sign sign) =>
        new(
            $"Correct {file}, line {line}: {Said(sign)}",
            Pasted.WithPath(file, quoted => OperatingSystem.IsWindows() ? $"notepad {quoted}" : $"${{EDITOR:-vi}} +{line} -- {quoted}")
        );

    /// <summary>Corrects a file, with what is said of it.</summary>
    public static Remedy Of(string file, Sign sign) =>
        new(
            $"Correct {file}: {Said(sign)}",
            Pasted.WithPath(file, quoted => OperatingSystem.IsWindows() ? $"notepad {quoted}" : $"${{EDITOR:-vi}} -- {quoted}")
        );

    // A banner announces, and what it is about stands under it.
    private static string Said(Sign sign)
    {
        var text = char.IsLetterOrDigit(sign.Seen.Text.FirstOrDefault('x'))
            ? sign.Seen.Text
            : string.Join(' ', sign.Cited.Select(seen => seen.Text));
        return text.Length > Longest ? text[..Longest] + "…" : text;
    }
}
