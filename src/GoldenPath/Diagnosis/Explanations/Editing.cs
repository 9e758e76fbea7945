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

    private static string Said(Sign sign) => sign.Seen.Text.Length > Longest ? sign.Seen.Text[..Longest] + "…" : sign.Seen.Text;
}
