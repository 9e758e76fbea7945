using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace GoldenPath.Guard.Windows;

/// <summary>Reads what a process was started with out of its memory (<c>RTL_USER_PROCESS_PARAMETERS</c>): no function tells it.</summary>
/// <remarks>The places are those of every 64-bit Windows since Vista. A 32-bit process cannot read them and sees nothing.</remarks>
[SupportedOSPlatform("windows")]
internal static unsafe class ProcessParameters
{
    private const int BasicInformation = 0; // ProcessBasicInformation
    private const int WordsOfBasicInformation = 6;
    private const int BlockWord = 1; // PebBaseAddress
    private const int ParentWord = 5; // InheritedFromUniqueProcessId
    private const uint Rights = 0x400 | Kernel32.ReadRight; // PROCESS_QUERY_INFORMATION
    private const int ParametersInBlock = 0x20;
    private const int CommandLine = 0x70;
    private const int Environment = 0x80;
    private const int EnvironmentSize = 0x3F0;
    private const int MostBytes = 1 << 20;

    /// <summary>The process that started it, or was named as such. It may be gone, and its id be somebody else's.</summary>
    public static int ParentOf(SafeProcessHandle process)
    {
        var words = stackalloc nuint[WordsOfBasicInformation];
        return Query(process, words) ? (int)words[ParentWord] : 0;
    }

    /// <summary>The command line; empty where it cannot be read.</summary>
    public static string CommandLineOf(int pid)
    {
        using var process = Open(pid);
        return process is not null && Parameters(process) is > 0 and var parameters
            ? Text(process, Word(process, parameters + CommandLine + sizeof(ulong)), (int)Word(process, parameters + CommandLine) & 0xFFFF)
            : "";
    }

    /// <summary>The environment that it has now, one <c>NAME=value</c> each; none where it cannot be read.</summary>
    public static string[] EnvironmentOf(int pid)
    {
        using var process = Open(pid);
        return process is not null && Parameters(process) is > 0 and var parameters
            ? Text(process, Word(process, parameters + Environment), (int)Word(process, parameters + EnvironmentSize)).Split('\0')
            : [];
    }

    private static SafeProcessHandle? Open(int pid) => System.Environment.Is64BitProcess ? ProcessHandle.Open(pid, Rights) : null;

    private static nuint Parameters(SafeProcessHandle process)
    {
        var words = stackalloc nuint[WordsOfBasicInformation];
        return Query(process, words) && words[BlockWord] != 0 ? Word(process, words[BlockWord] + ParametersInBlock) : 0;
    }

    private static bool Query(SafeProcessHandle process, nuint* words) =>
        Kernel32.NtQueryInformationProcess(process, BasicInformation, words, WordsOfBasicInformation * sizeof(nuint), out _) == 0;

    private static nuint Word(SafeProcessHandle process, nuint address)
    {
        nuint word = 0;
        return Kernel32.ReadProcessMemory(process, address, &word, (nuint)sizeof(nuint), out _) ? word : 0;
    }

    private static string Text(SafeProcessHandle process, nuint address, int bytes)
    {
        if (address == 0 || bytes is <= 0 or > MostBytes)
        {
            return "";
        }
        var buffer = new byte[bytes];
        fixed (byte* start = buffer)
        {
            return Kernel32.ReadProcessMemory(process, address, start, (nuint)bytes, out var read)
                ? new(MemoryMarshal.Cast<byte, char>(buffer.AsSpan(0, (int)read)))
                : "";
        }
    }
}
