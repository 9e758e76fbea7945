using Nuke.Common.IO;

namespace Nuke.Common;

public static class EnvironmentInfo
{
    public static AbsolutePath WorkingDirectory => Environment.CurrentDirectory;

    public static bool IsWin => OperatingSystem.IsWindows();

    public static string GetVariable(string name) => Environment.GetEnvironmentVariable(name);

    public static bool HasVariable(string name, bool allowEmpty = true) =>
        GetVariable(name) is { } value && (allowEmpty || value.Length > 0);
}
