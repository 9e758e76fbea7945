using System.Diagnostics;
using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Processes;
using GoldenPath.Services;

namespace GoldenPath.Tests.Services;

/// <summary>A run whose owner is a process of its own, so that it can be killed.</summary>
internal sealed class OwnedRun : IAsyncDisposable
{
    private readonly Process _owner;

    private OwnedRun(string folder, Process owner) => (Folder, _owner) = (folder, owner);

    public string Folder { get; }

    public int OwnerPid => _owner.Id;

    public LeaseRegistry Registry => new(Path.Combine(Folder, "leases"));

    public Lease Lease => Registry.All().Single();

    /// <summary>Starts an owner.</summary>
    /// <param name="mode"><c>hold</c> or <c>keep</c>.</param>
    /// <param name="services">Each as <c>NAME GRACE-MS WORD…</c>, already split; see <see cref="Shell"/>.</param>
    public static OwnedRun Start(string mode, params IReadOnlyList<IReadOnlyList<string>> services) => Start(mode, null, services);

    /// <summary>Starts an owner whose lease also names something in a container engine.</summary>
    /// <param name="mode"><c>hold</c> or <c>keep</c>.</param>
    /// <param name="resource"><c>ENDPOINT LABEL VALUE</c>; <c>null</c> for nothing.</param>
    /// <param name="services">The services.</param>
    public static OwnedRun Start(string mode, string? resource, IReadOnlyList<IReadOnlyList<string>> services)
    {
        var folder = Directory.CreateTempSubdirectory("golden-path-").FullName;
        // As from a shell that left a file open.
        string[] shell = ["-c", "exec 9< /etc/passwd; exec \"$@\"", "sh"];
        string[] owner = ["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "GuardOwner.dll"), folder, mode];
        var start = new ProcessStartInfo("/bin/sh", [.. shell, .. owner, .. services.SelectMany(service => service.Prepend("--"))])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["GUARD_OWNER_RESOURCE"] = resource, ["GUARD_OWNER_FOLDER"] = folder }, // Inherited by the guard, and by everything else.
        };
        return new(folder, Process.Start(start)!);
    }

    public static IReadOnlyList<string> Shell(string script, string name = "service", int graceMs = 300) =>
        [name, $"{graceMs}", "/bin/sh", "-c", script];

    public static IReadOnlyList<string> Misbehave(string behaviours, string name = "service", int graceMs = 300) =>
        [name, $"{graceMs}", .. Misbehaving.Command(behaviours)];

    /// <summary>Waits until the owner has said a line that begins like this.</summary>
    public async Task<string> SaysAsync(string beginning)
    {
        while (await _owner.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line;
            }
        }
        throw new InvalidOperationException($"The owner ended without saying '{beginning}'.");
    }

    public Task EndsAsync() => _owner.WaitForExitAsync();

    public void TellToStop() => _owner.StandardInput.Close();

    public void Kill() => _owner.Kill();

    public string InFolder(string name) => Path.Combine(Folder, name);

    /// <summary>Whatever is alive and has to do with this run: its folder stands in the command line or environment of the owner, the guard and what they start.</summary>
    public IReadOnlyList<string> Alive() =>
        [
            .. ProcessTable
                .Snapshot()
                .Values.Where(entry => entry.IsAlive && Mentions(entry.Pid))
                .Select(entry => $"{entry.Pid} {ProcessTable.CommandLine(entry.Pid)}"),
        ];

    public Task NothingIsLeftAsync() =>
        Wait.UntilAsync(() => Alive().Count == 0 && Registry.All().Count == 0, TimeSpan.FromSeconds(10), $"nothing left of {Folder}");

    public async ValueTask DisposeAsync()
    {
        if (!_owner.HasExited)
        {
            _owner.Kill();
        }
        await _owner.WaitForExitAsync();
        _owner.Dispose();
        await Registry.TeardownAsync(Folder, new CancellationToken(canceled: true));
        Directory.Delete(Folder, recursive: true);
    }

    private bool Mentions(int pid) => Reads($"/proc/{pid}/cmdline") || Reads($"/proc/{pid}/environ");

    private bool Reads(string file)
    {
        try
        {
            return File.ReadAllText(file).Contains(Folder, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
