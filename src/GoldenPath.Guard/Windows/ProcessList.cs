using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace GoldenPath.Guard.Windows;

/// <summary>The ids of all processes of this machine.</summary>
[SupportedOSPlatform("windows")]
internal static partial class ProcessList
{
    private const int FirstGuess = 1024;

    public static int[] Pids()
    {
        var pids = new int[FirstGuess];
        int bytes;
        while (EnumProcesses(pids, pids.Length * sizeof(int), out bytes) && bytes == pids.Length * sizeof(int))
        {
            pids = new int[pids.Length * 2]; // It says nothing of a list that is too short but that it is full.
        }
        return pids[..(bytes / sizeof(int))];
    }

    [LibraryImport("kernel32", EntryPoint = "K32EnumProcesses")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool EnumProcesses([Out] int[] pids, int size, out int needed);
}
