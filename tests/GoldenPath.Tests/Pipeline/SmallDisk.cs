using System.Diagnostics;

namespace GoldenPath.Tests.Pipeline;

/// <summary>A disk of a few KiB, mounted on a folder. Only root may mount one, and not in every container.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    /// <summary>Why specs with it are skipped; <c>null</c> where they run.</summary>
    public static string? ReasonToSkip { get; } = Try() ? null : "These specs need the right to mount a disk: run them as root.";

    public static async Task<SmallDisk> MountAsync(string folder, int kibibytes)
    {
        Directory.CreateDirectory(folder);
        Assert.Equal(0, await RunAsync("mount", "-t", "tmpfs", "-o", $"size={kibibytes}k", "tmpfs", folder));
        return new SmallDisk(folder);
    }

    public async ValueTask DisposeAsync() => Assert.Equal(0, await RunAsync("umount", _folder));

    private static bool Try()
    {
        using var folder = new TemporaryFolder();
        return Environment.IsPrivilegedProcess
            && RunAsync("mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", folder.Path).Result == 0
            && RunAsync("umount", folder.Path).Result == 0;
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
