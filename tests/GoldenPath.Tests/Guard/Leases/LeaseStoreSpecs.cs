using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Processes;
using GoldenPath.Services;

namespace GoldenPath.Tests.Guard.Leases;

[Trait(Speed.Name, Speed.Quick)]
public sealed class LeaseStoreSpecs : IDisposable
{
    private static readonly EngineAddress Engine = new("tcp://localhost:2376", "/certificates", VerifiesServer: false);

    private readonly string _folder = Directory.CreateTempSubdirectory("golden-path-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_written_is_read_back()
    {
        var store = new LeaseStore(_folder);
        store.Write(Lease(3));

        var read = store.Find("lease-1")!;

        Assert.Equal(Lease(3).Services.Select(service => service.Name), read.Services.Select(service => service.Name));
        var service = read.Services[2];
        Assert.Equal(
            ("service-2", new ProcessIdentity(2, 4711), 5000, 8002, "http://127.0.0.1:8002", new LeasedExit(null, 9)),
            (service.Name, service.Process, service.GraceMs, service.Port, service.Endpoint, service.Exit)
        );
        Assert.Equal((MachineIdentity.Current, true, "container"), (read.Machine, read.Kept, read.Resources.Single().Kind));
        Assert.Equal(Engine, read.Resources.Single().Engine);
    }

    [Fact]
    public void Only_the_user_may_look_into_the_folder()
    {
        var store = new LeaseStore(Path.Combine(_folder, "new"));

        store.Write(Lease(0));

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            new DirectoryInfo(store.Directory).UnixFileMode
        );
    }

    [Spec]
    public async Task A_reader_never_sees_half_a_lease()
    {
        var store = new LeaseStore(_folder);
        store.Write(Lease(0));
        var writing = Task.Run(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                store.Write(Lease(i % 50));
            }
        });

        while (!writing.IsCompleted)
        {
            Assert.NotNull(store.Find("lease-1"));
        }

        await writing;
        Assert.Empty(store.Drafts());
    }

    [Spec]
    public async Task Drafts_of_killed_writers_are_forgotten_after_an_hour()
    {
        var old = Path.Combine(_folder, "lease-1.json.42.tmp");
        var young = Path.Combine(_folder, "lease-1.json.43.tmp");
        await File.WriteAllTextAsync(old, "{");
        await File.WriteAllTextAsync(young, "{");
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime - TimeSpan.FromMinutes(61));

        await new LeaseRegistry(_folder).SweepAsync(CancellationToken.None);

        Assert.Equal([young], Directory.GetFiles(_folder));
    }

    private static Lease Lease(int services) =>
        new()
        {
            Schema = GoldenPath.Guard.Leases.Lease.CurrentSchema,
            Id = "lease-1",
            RunId = "run-1",
            Checkout = "/checkout",
            RunFolder = "/checkout/run",
            Machine = MachineIdentity.Current,
            Owner = ProcessIdentity.Current,
            Guard = ProcessIdentity.Current,
            Kept = true,
            Services =
            [
                .. Enumerable
                    .Range(0, services)
                    .Select(i => new LeasedService
                    {
                        Name = $"service-{i}",
                        Process = new(i, 4711),
                        Needs = ["service-0"],
                        StopSignal = 15,
                        GraceMs = 5000,
                        Port = 8002,
                        Endpoint = "http://127.0.0.1:8002",
                        LogFile = "service.log",
                        Exit = new(null, 9),
                    }),
            ],
            Resources =
            [
                new()
                {
                    Kind = "container",
                    Id = "abc",
                    Labels = new Dictionary<string, string> { ["run"] = "run-1" },
                    Engine = Engine,
                },
            ],
        };
}
