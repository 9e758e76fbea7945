using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>Opens a file where a message says that something is wrong with it.</summary>
internal static class Editing
{
    /// <summary>Corrects a line of a file, with what is said of it.</summary>
    public static Remedy At(string file, int line, Sign sign) =>
        new(
            $"Correct {file}, line {line}: {sign.Says}",
            Pasted.WithPath(file, quoted => OperatingSystem.IsWindows() ? $"notepad {quoted}" : $"${{EDITOR:-vi}} +{line} -- {quoted}")
        );

    /// <summary>Corrects a file, with what is said of it.</summary>
    public static Remedy Of(string file, Sign sign) =>
        new(
            $"Correct {file}: {sign.Says}",
            Pasted.WithPath(file, quoted => OperatingSystem.IsWindows() ? $"notepad {quoted}" : $"${{EDITOR:-vi}} -- {quoted}")
        );
}
