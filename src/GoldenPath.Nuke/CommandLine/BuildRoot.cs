namespace GoldenPath.Nuke.CommandLine;

/// <summary>The root that the engine takes for a command: the one that is named, or else the nearest folder upwards that is marked as one.</summary>
internal static class BuildRoot
{
    /// <summary>The option that names it.</summary>
    public const string Option = "root";

    private const string Variable = "NUKE_ROOT";
    private const string Marker = ".nuke";

    /// <summary>The root; <c>null</c> where there is none.</summary>
    public static string? Find(CommandWords words)
    {
        if (words.Find(Option) is { } given)
        {
            return Path.GetFullPath(given.Value ?? ".");
        }

        var folder = new DirectoryInfo(Environment.GetEnvironmentVariable(Variable) ?? Environment.CurrentDirectory);
        while (folder is not null && !Path.Exists(Path.Combine(folder.FullName, Marker)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }

    /// <summary>Why the engine cannot even be loaded; <c>null</c> where it can.</summary>
    public static string? Missing(CommandWords words) =>
        Find(words) is null
            ? $"There is no '{Marker}' folder in {Environment.CurrentDirectory} or above it, so nobody knows whose build this is; name the root: --root PATH"
            : null;

    /// <summary>The file of a profile that does not exist; <c>null</c> where it does.</summary>
    public static string? MissingProfile(CommandWords words, string profile) =>
        Find(words) is { } root && Path.Combine(root, Marker, $"parameters.{profile}.json") is var file && !File.Exists(file) ? file : null;
}
