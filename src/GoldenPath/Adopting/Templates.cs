namespace GoldenPath.Adopting;

/// <summary>The files of a build with Nuke, as another repository has them.</summary>
internal static class Templates
{
    private const string Prefix = "template/";

    /// <summary>The version of this library, which such a build refers to.</summary>
    public static string Version { get; } = typeof(Templates).Assembly.GetName().Version!.ToString(3);

    /// <summary>Each file with its text; those that a shell runs say so by their first line.</summary>
    public static IEnumerable<(string File, string Text)> All() =>
        typeof(Templates)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name[Prefix.Length..].Replace('\\', '/'), Read(name).Replace("$version$", Version, StringComparison.Ordinal)));

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Templates).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
