namespace GoldenPath.Guard.Leases;

/// <summary>Names the machine, its boot and the process namespace in which the ids of a lease mean something.</summary>
/// <param name="Machine">The machine; state folders may be shared by several.</param>
/// <param name="Boot">Its boot: no process of an earlier one can be alive.</param>
/// <param name="Namespace">The process namespace (Linux); a container cannot judge the processes of another.</param>
internal sealed record MachineIdentity(string Machine, string Boot, string Namespace)
{
    /// <summary>Where this process runs.</summary>
    public static MachineIdentity Current { get; } =
        new(
            Environment.MachineName + First("/etc/machine-id"),
            OperatingSystem.IsLinux() ? First("/proc/sys/kernel/random/boot_id") : "",
            OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget ?? "" : ""
        );

    /// <summary>Whether process ids that were written down there can be looked up here.</summary>
    public bool IsHere => this == Current;

    /// <summary>Whether the machine has been started anew since, so that nothing of then can be alive.</summary>
    public bool IsEarlierBoot => Machine == Current.Machine && Boot != Current.Boot;

    private static string First(string file)
    {
        try
        {
            return "/" + File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
