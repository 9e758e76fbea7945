namespace GoldenPath.Tests.Guard.Windows;

/// <summary>Arguments made of what some rule of Windows takes for more than a letter.</summary>
internal static class HostileArguments
{
    private static readonly string[] Pieces =
    [
        .. "\"\\ \t%!^&|<>()[]{}=;,'`~@$*?/-:#+_a1".Select(c => c.ToString()),
        "\\\\",
        "\\\"",
        "\"\"",
        "%PATH%",
        "%%",
        "%cd:~,%",
        "^&",
        "& calc",
        "\"&calc&\"",
        "|more",
        "Grüße",
        "日本",
        "😀",
        ".cmd",
        "--x=y",
    ];

    /// <summary>A command line's arguments, the same ones for the same seed.</summary>
    public static IReadOnlyList<string> Of(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => string.Concat(random.GetItems(Pieces, random.Next(0, 9))))];
    }
}
