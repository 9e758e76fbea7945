using System.Globalization;

namespace GoldenPath.Docker.Containers;

/// <summary>What a process of this machine has to do with a container. Only Linux tells.</summary>
internal static class HostProcess
{
    // Where these listen, it is on behalf of containers: with the userland proxy off, rootless, or in Docker Desktop's and Colima's machines.
    private static readonly string[] EngineNames =
    [
        "dockerd",
        "rootlesskit",
        "rootlessport",
        "slirp4netns",
        "vpnkit",
        "com.docker.backend",
        "limactl",
        "wslrelay",
    ];

    /// <summary>Whether it runs inside a container: its control groups are named after the container's id.</summary>
    public static bool BelongsTo(int pid, string containerId) => Read(pid, "cgroup").Contains(containerId, StringComparison.Ordinal);

    /// <summary>Whether it is the engine's proxy for a published port of a container with one of these addresses.</summary>
    public static bool Forwards(int pid, IEnumerable<string> addresses)
    {
        var words = Read(pid, "cmdline").Split('\0');
        return words[0].EndsWith("docker-proxy", StringComparison.Ordinal)
            && Array.IndexOf(words, "-container-ip") is > 0 and var at
            && at + 1 < words.Length
            && addresses.Contains(words[at + 1]);
    }

    /// <summary>Whether it is an engine, or what an engine lets listen for it.</summary>
    public static bool IsEngine(int pid) => EngineNames.Contains(Read(pid, "comm").Trim());

    private static string Read(int pid, string file)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/{file}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // It is gone, or this is no Linux.
        }
    }
}
