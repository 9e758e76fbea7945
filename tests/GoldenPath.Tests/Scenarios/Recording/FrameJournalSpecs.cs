using System.Text.Json;
using GoldenPath.Runs;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Tests.Scenarios.Recording;

[Trait(Speed.Name, Speed.Quick)]
public sealed class FrameJournalSpecs : IDisposable
{
    private static readonly string Text = new('x', 300);

    private readonly string _folder = Directory.CreateTempSubdirectory("frames-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "frames.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 60_000)]
    public async Task Sessions_that_write_at_once_lose_no_line_and_tear_none()
    {
        using var journal = Open();
        var numbers = await Task.WhenAll(
            Enumerable.Range(1, 8).Select(user => Task.Run(() => Enumerable.Range(0, 2_000).Select(_ => Append(journal, user)).ToList()))
        );
        journal.Dispose();

        var lines = await File.ReadAllLinesAsync(Path);
        Assert.Equal(Enumerable.Range(1, 16_000), lines.Select(line => NumberIn(line, "n")));
        Assert.Equal(numbers[4], lines.Where(line => NumberIn(line, "user") == 5).Select(line => NumberIn(line, "n")));
    }

    [Fact]
    public void A_line_is_on_disk_when_nobody_else_writes()
    {
        using var journal = Open();

        Append(journal, 1);

        Assert.Equal(1, NumberIn(File.ReadAllText(Path), "n"));
        Assert.Equal([1], journal.Quote(new HashSet<int> { 1 }).Keys);
    }

    [Fact]
    public void A_frame_costs_next_to_no_memory_however_many_came_before()
    {
        using var journal = Open();
        Append(journal, 1);

        var first = AllocatedBy(() => Append(journal, 1), times: 1_000);
        var last = AllocatedBy(() => Append(journal, 1), times: 10_000);

        Assert.True(first < 128 && last < 128, $"A frame allocated {first:0} bytes at first and {last:0} later.");
    }

    private FrameJournal Open() => new(Path, new RunClock(TimeProvider.System), text => text);

    private static int Append(FrameJournal journal, int user) =>
        journal.Append(
            new FrameEntry(new SessionLabel("golden-path", user), 1, TimeSpan.Zero, FrameDirection.In, FrameType.Text)
            {
                Size = 300,
                Text = Text,
            }
        );

    private static int NumberIn(string line, string name)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty(name).GetInt32();
    }

    private static double AllocatedBy(Action action, int times)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < times; i++)
        {
            action();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)times;
    }
}
