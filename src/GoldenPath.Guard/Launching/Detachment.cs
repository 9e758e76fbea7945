using System.Globalization;
using System.Runtime.Versioning;
using GoldenPath.Guard.Processes;
using Microsoft.Win32.SafeHandles;

namespace GoldenPath.Guard.Launching;

/// <summary>Separates the guard from what its owner stood in: terminal, process group, inherited files.</summary>
internal static class Detachment
{
    public static void Apply()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        _ = Libc.setsid();
        if (OperatingSystem.IsLinux())
        {
            _ = Libc.prctl(Libc.SetChildSubreaper, 1, 0, 0, 0);
            LetGoOfInheritedFiles();
        }
    }

    /// <summary>A pipe or lock that a shell left open must not stay open for as long as services run. What .NET opened itself closes on exec.</summary>
    [SupportedOSPlatform("linux")]
    private static void LetGoOfInheritedFiles()
    {
        using SafeFileHandle nowhere = File.OpenHandle("/dev/null");
        foreach (var file in Directory.GetFiles("/proc/self/fd"))
        {
            var descriptor = int.Parse(Path.GetFileName(file), CultureInfo.InvariantCulture);
            if (descriptor > 2 && IsInherited(descriptor))
            {
                _ = Libc.dup3((int)nowhere.DangerousGetHandle(), descriptor, Libc.CloseOnExec);
            }
        }
    }

    private static bool IsInherited(int descriptor)
    {
        try
        {
            var flags = File.ReadLines($"/proc/self/fdinfo/{descriptor}")
                .First(line => line.StartsWith("flags:", StringComparison.Ordinal));
            return (Convert.ToInt32(flags["flags:".Length..].Trim(), 8) & Libc.CloseOnExec) == 0;
        }
        catch (IOException)
        {
            return false; // Closed meanwhile.
        }
    }
}
