namespace GoldenPath.Guard.Leases;

/// <summary>Where leases lie: outside every checkout, so that cleaning or deleting one cannot lose them.</summary>
internal static class LeaseDirectory
{
    /// <summary><c>$GOLDENPATH_STATE</c>, else <c>$XDG_STATE_HOME/golden-path/leases</c>, else <c>~/.local/state/golden-path/leases</c>
    /// (Windows: the local application data), else the temporary folder.</summary>
    public static string Default()
    {
        if (Environment.GetEnvironmentVariable("GOLDENPATH_STATE") is { Length: > 0 } chosen)
        {
            return Path.GetFullPath(chosen);
        }
        return Path.Combine(State() ?? Path.Combine(Path.GetTempPath(), Environment.UserName), "golden-path", "leases");
    }

    private static string? State()
    {
        if (OperatingSystem.IsWindows())
        {
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } data ? data : null;
        }
        if (Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } state && Path.IsPathRooted(state))
        {
            return state;
        }
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length > 1 && Directory.Exists(home) ? Path.Combine(home, ".local", "state") : null;
    }
}
