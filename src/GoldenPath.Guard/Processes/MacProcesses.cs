using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace GoldenPath.Guard.Processes;

/// <summary>Asks libproc and sysctl(KERN_PROCARGS2). Written after their headers; not tested.</summary>
[SupportedOSPlatform("macos")]
internal static partial class MacProcesses
{
    private const int BsdInfoFlavor = 3; // PROC_PIDTBSDINFO
    private const int BsdInfoSize = 136; // sizeof(struct proc_bsdinfo)
    private const int ControlKernel = 1; // CTL_KERN
    private const int ProcessArguments = 49; // KERN_PROCARGS2
    private const string States = "?IRSTZ"; // SIDL, SRUN, SSLEEP, SSTOP, SZOMB

    public static IEnumerable<int> Pids()
    {
        var pids = new int[proc_listallpids(null, 0) + 64];
        var count = proc_listallpids(pids, pids.Length * sizeof(int));
        return pids[..Math.Max(0, count)];
    }

    public static ProcessEntry? Find(int pid)
    {
        var info = new byte[BsdInfoSize];
        if (proc_pidinfo(pid, BsdInfoFlavor, 0, info, info.Length) < info.Length)
        {
            return null;
        }
        var started =
            (BinaryPrimitives.ReadInt64LittleEndian(info.AsSpan(120)) * 1_000_000)
            + BinaryPrimitives.ReadInt64LittleEndian(info.AsSpan(128));
        var state = Field(info, 4);
        return new(
            pid,
            Field(info, 16),
            started,
            Field(info, 100),
            getsid(pid),
            state < States.Length ? States[state] : '?',
            Text(info.AsSpan(48, 16))
        );
    }

    public static string Arguments(int pid) => string.Join(' ', Strings(pid, out var count).Take(count));

    public static string? Variable(int pid, string name)
    {
        var strings = Strings(pid, out var count);
        return strings.Skip(count).FirstOrDefault(text => text.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
    }

    /// <summary>The arguments and then the environment. In front of them stand their count, the executable and padding.</summary>
    private static string[] Strings(int pid, out int count)
    {
        count = 0;
        nint size = 1 << 20;
        var buffer = new byte[size];
        if (sysctl([ControlKernel, ProcessArguments, pid], 3, buffer, ref size, 0, 0) != 0 || size < sizeof(int))
        {
            return [];
        }
        count = Field(buffer, 0);
        var strings = Encoding.UTF8.GetString(buffer, sizeof(int), (int)size - sizeof(int));
        var executable = strings.IndexOf('\0', StringComparison.Ordinal);
        return executable < 0 ? [] : strings[executable..].TrimStart('\0').Split('\0');
    }

    private static int Field(byte[] info, int offset) => BinaryPrimitives.ReadInt32LittleEndian(info.AsSpan(offset));

    private static string Text(ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetString(bytes[..(bytes.IndexOf((byte)0) is >= 0 and var end ? end : bytes.Length)]);

    [LibraryImport("libc")]
    private static partial int proc_listallpids([Out] int[]? buffer, int size);

    [LibraryImport("libc")]
    private static partial int proc_pidinfo(int pid, int flavor, ulong argument, [Out] byte[] buffer, int size);

    [LibraryImport("libc")]
    private static partial int getsid(int pid);

    [LibraryImport("libc")]
    private static partial int sysctl(int[] name, uint length, [Out] byte[] value, ref nint size, nint newValue, nint newSize);
}
