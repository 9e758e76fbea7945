using System.Globalization;

namespace GoldenPath.Services;

/// <summary>The commands by which a person looks at ports, in the words of each system.</summary>
internal static class PortCommands
{
    private const string Linux = "sudo ss -ltnp 'sport = :{0}'";
    private const string MacOS = "lsof -nP -iTCP:{0} -sTCP:LISTEN";
    private const string Windows = "Get-NetTCPConnection -State Listen -LocalPort {0}";

    /// <summary>Names who listens on a port of this machine. Whose process it is, Linux tells root alone, so it is asked as root.</summary>
    public static string WhoListens(int port) =>
        Fill(
            OperatingSystem.IsWindows() ? Windows
                : OperatingSystem.IsMacOS() ? MacOS
                : Linux,
            port
        );

    /// <summary>The same for a reader whose system is not known.</summary>
    public static string WhoListensAnywhere(int port) =>
        $"{Fill(Linux, port)}   # macOS: {Fill(MacOS, port)}; Windows: {Fill(Windows, port)}";

    /// <summary>The remedy where somebody holds a port and nobody can see who.</summary>
    public static Remedy SeeWhoHolds(int port) => new("See who holds the port.", WhoListens(port));

    private static string Fill(string command, int port) =>
        command.Replace("{0}", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
