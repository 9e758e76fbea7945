using GoldenPath.Configuration;
using GoldenPath.Guard.Redaction;
using GoldenPath.Services;

namespace GoldenPath.Tests.Services;

/// <summary>A run of its own: a folder, a folder of leases, and a supervisor with a real guard.</summary>
internal sealed class SupervisedRun : IAsyncDisposable
{
    private SupervisedRun(string folder, GuardedSupervisor supervisor) => (Folder, Supervisor) = (folder, supervisor);

    public string Folder { get; }

    public GuardedSupervisor Supervisor { get; }

    public string Leases => Path.Combine(Folder, "leases");

    public List<string> Warnings { get; } = [];

    public static async Task<SupervisedRun> StartAsync(Redactor? redactor = null)
    {
        var folder = Directory.CreateTempSubdirectory("golden-path-").FullName;
        SupervisedRun? run = null;
        var options = new SupervisorOptions
        {
            RunId = "run-1",
            Checkout = folder,
            RunFolder = folder,
            LeaseDirectory = Path.Combine(folder, "leases"),
            Redactor = redactor ?? new Redactor(),
            Warn = line => run?.Warnings.Add(line),
        };
        return run = new(folder, await GuardedSupervisor.StartAsync(options, CancellationToken.None));
    }

    public Task<ISupervisedService> ShellAsync(string script, string name = "service", Func<ProcessSpec, ProcessSpec>? change = null) =>
        StartAsync(["/bin/sh", "-c", script], name, change);

    public Task<ISupervisedService> MisbehavingAsync(
        string behaviours,
        string name = "service",
        Func<ProcessSpec, ProcessSpec>? change = null
    ) => StartAsync(Misbehaving.Command(behaviours), name, change);

    public Task<ISupervisedService> StartAsync(
        IReadOnlyList<string> command,
        string name = "service",
        Func<ProcessSpec, ProcessSpec>? change = null
    )
    {
        var spec = new ProcessSpec
        {
            Name = name,
            Command = command,
            Directory = Folder,
            LogFile = LogFile(name),
            Stop = new StopDefinition { Grace = TimeSpan.FromSeconds(1) },
        };
        return Supervisor.StartAsync(change is null ? spec : change(spec), CancellationToken.None);
    }

    public string LogFile(string name = "service") => Path.Combine(Folder, "logs", name + ".log");

    public Task<string> LogAsync(string name = "service") => File.ReadAllTextAsync(LogFile(name));

    public async ValueTask DisposeAsync()
    {
        await Supervisor.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
