using System.Diagnostics;

namespace GoldenPath.Tests.Pipeline;

/// <summary>What the runs of a folder have left on the machine.</summary>
internal static class RunTraces
{
    /// <summary>The processes that carry a folder's state folder in their environment: everything that its runs started.</summary>
    public static List<string> Alive(PipelineFolder folder)
    {
        var mark = $"GOLDENPATH_STATE={folder.Path}";
        return
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Where(process => char.IsAsciiDigit(Path.GetFileName(process)[0]) && Has(process, mark)),
        ];
    }

    /// <summary>The leases of a folder's runs.</summary>
    public static string[] Leases(PipelineFolder folder)
    {
        var state = Path.Combine(folder.Path, "state");
        return Directory.Exists(state) ? Directory.GetFiles(state, "*.json", SearchOption.AllDirectories) : [];
    }

    /// <summary>Waits until nothing of a folder's runs is alive, ten seconds at most.</summary>
    public static Task EndAsync(PipelineFolder folder, string context) =>
        Wait.UntilAsync(
            () => Alive(folder).Count == 0,
            TimeSpan.FromSeconds(10),
            $"the end of {string.Join(", ", Alive(folder).Select(Described))} after:\n{context}"
        );

    /// <summary>Sends a signal to one process.</summary>
    public static async Task SignalAsync(string signal, int pid)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{pid}"]);
        await kill.WaitForExitAsync();
    }

    private static string Described(string process)
    {
        try
        {
            return $"{process} ({File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ')})";
        }
        catch (IOException)
        {
            return process;
        }
    }

    private static bool Has(string process, string mark)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "environ")).Contains(mark, StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
