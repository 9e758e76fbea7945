using GoldenPath.Triage;

namespace GoldenPath.Tests.Triage;

[Trait(Speed.Name, Speed.Quick)]
public sealed class OutboxSpecs : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("outbox-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Spec]
    public Task What_waits_comes_in_the_order_of_the_runs()
    {
        var outbox = new Outbox(Path.Combine(_directory, "deeper"));
        Assert.Empty(outbox.Waiting);
        outbox.Put(Delivery("run-b", 5));
        outbox.Put(Delivery("run-a", 9));
        outbox.Put(Delivery("run-c", 1));
        Assert.Equal(["run-c", "run-b", "run-a"], outbox.Waiting.Select(name => outbox.Read(name)!.Occurrence.RunId));
        return Task.CompletedTask;
    }

    [Spec]
    public Task What_is_put_twice_waits_once_and_comes_back_unchanged()
    {
        var outbox = new Outbox(_directory);
        var delivery = Delivery("run-a", 0);
        outbox.Put(delivery);
        outbox.Put(delivery);
        var name = Assert.Single(outbox.Waiting);
        Assert.Equivalent(delivery, outbox.Read(name), strict: true);
        outbox.Remove(name);
        Assert.Empty(outbox.Waiting);
        Assert.Null(outbox.Read(name));
        return Task.CompletedTask;
    }

    [Spec]
    public async Task A_damaged_file_is_set_aside_and_blocks_nothing()
    {
        var outbox = new Outbox(_directory);
        outbox.Put(Delivery("run-a", 1));
        await File.WriteAllTextAsync(Path.Combine(_directory, "00000000T000000000-broken.json"), "{ not json");
        Assert.Null(outbox.Read(outbox.Waiting[0]));
        Assert.Equal("run-a", outbox.Read(Assert.Single(outbox.Waiting))!.Occurrence.RunId);
        Assert.Single(Directory.GetFiles(_directory, "*.damaged"));
    }

    [Spec]
    public Task Only_one_delivers_at_a_time()
    {
        var outbox = new Outbox(_directory);
        using (var first = outbox.TryOpen())
        {
            Assert.NotNull(first);
            Assert.Null(new Outbox(_directory).TryOpen());
        }
        using var second = outbox.TryOpen();
        Assert.NotNull(second);
        return Task.CompletedTask;
    }

    private static Delivery Delivery(string runId, int minutes) =>
        new()
        {
            Kind = DeliveryKind.Failure,
            Pipeline = "agents",
            Fingerprint = "v1:0123456789abcdef",
            Title = "[P0] ümläut <b>",
            Body = "body\n\u200B",
            Comment = "comment",
            Labels = [IncidentLabels.AutoFiled],
            Occurrence = new(runId, Incidents.Noon.AddMinutes(minutes), OccurrenceOutcome.Failed, "abc", "main", null),
        };
}
