using System.Text.RegularExpressions;

namespace GoldenPath.Diagnosis.Signs;

/// <summary>How systems and runtimes say that a file or folder is missing.</summary>
internal static partial class PathWords
{
    public static IReadOnlyList<Phrase> All { get; } = [new(SignKind.PathMissing, Missing(), Harmless())];

    [GeneratedRegex(
        @"\bno such file or directory\b|\bENOENT\b|\[Errno 2\]|os error (2|3)\)|FileNotFound(Error|Exception)|NoSuchFileException|DirectoryNotFoundException|"
            + @"could not find (a part of the path|file)|cannot find the (file|path) specified|(file|directory|folder|path)\b.{0,200}\b(does not|doesn't) exist\b|"
            + @"(open|load|read|stat|access|find)\w*\b.{0,120}: (file )?not found\b|(must|should) be (a valid|an existing) (directory|folder|file|path)|unable to open database file|(failed|unable) to open (the )?(\w+ )?(file|director\w+|folder)",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Missing();

    [GeneratedRegex(
        @"\b(delete|unlink|remov\w+|clean\w*|favicon|optional|\.env\b)|HTTP/|\b404\b",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Harmless();
}
