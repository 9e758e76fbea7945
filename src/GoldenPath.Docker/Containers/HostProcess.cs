using System.Diagnostics;
using System.Globalization;

namespace GoldenPath.Docker.Containers;

/// <summary>What a process of this machine has to do with a container. Only Linux tells which one it belongs to.</summary>
internal static class HostProcess
{
    // Where these listen, it is on behalf of containers: with the userland proxy off, rootless, or in Docker Desktop's and Colima's machines.
    private static readonly string[] EngineNames =
    [
        "dockerd",
        "rootlesskit",
        "rootlessport",
        "slirp4netns",
        "pasta",
        "gvproxy",
        "vpnkit",
        "com.docker.backend",
        "limactl",
        "wslrelay",
    ];

    /// <summary>Whether it runs inside a container: its control groups are named after the container's id.</summary>
    public static bool BelongsTo(int pid, string containerId) => Read(pid, "cgroup").Contains(containerId, StringComparison.Ordinal);

    /// <summary>Whether it holds a published port for a container: Docker's proxy names the container's address, and Podman's monitor its id.</summary>
    public static bool Forwards(int pid, string containerId, IEnumerable<string> addresses)
    {
        var words = Read(pid, "cmdline").Split('\0');
        return Path.GetFileName(words[0]) switch
        {
            "docker-proxy" => addresses.Contains(After("-container-ip", words)),
            "conmon" => After("-c", words) == containerId,
            _ => false,
        };
    }

    /// <summary>Whether it is an engine, or what an engine lets listen for it.</summary>
    public static bool IsEngine(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return EngineNames.Contains(process.ProcessName);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false; // It is gone.
        }
    }

    private static string? After(string option, string[] words) =>
        Array.IndexOf(words, option) is >= 0 and var at && at + 1 < words.Length ? words[at + 1] : null;

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
