using GoldenPath.Runs;

namespace GoldenPath.Tests.Runs;

[Trait(Speed.Name, Speed.Quick)]
public sealed class RunFoldersSpecs : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Spec]
    public Task Only_the_newest_twenty_runs_stay()
    {
        var runs = Runs(25);

        new RunFolders(_folder.Path).Prune([]);

        Assert.Equal(runs.Skip(5), Folders());
        return Task.CompletedTask;
    }

    [Spec]
    public async Task The_newest_red_runs_stay_however_many_green_ones_follow()
    {
        var runs = Runs(50);
        foreach (var (index, run) in runs.Index())
        {
            await WriteAsync(
                run,
                index < 15
                    ? index % 2 == 0
                        ? "product"
                        : "environment"
                    : "passed"
            );
        }

        new RunFolders(_folder.Path).Prune([]);

        Assert.Equal([.. runs[5..15], .. runs[30..]], Folders());
    }

    [Spec]
    public async Task Runs_that_tried_nothing_take_no_place()
    {
        var runs = Runs(50);
        foreach (var (index, run) in runs.Index())
        {
            await WriteAsync(
                run,
                index < 20 ? "passed"
                    : index % 2 == 0 ? "configuration"
                    : "cancelled"
            );
        }

        new RunFolders(_folder.Path).Prune([]);

        Assert.Equal([.. runs[..20], .. runs[47..]], Folders());
    }

    [Spec]
    public Task A_run_that_is_alive_stays_however_old_it_is()
    {
        var runs = Runs(25);

        new RunFolders(_folder.Path).Prune([runs[0], runs[3]]);

        Assert.Equal([runs[0], runs[3], .. runs.Skip(5)], Folders());
        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData("notes")]
    [InlineData("20260101")]
    [InlineData("10000000-000000-mine-and-precious")]
    [InlineData("10000000-000000-000-abcd-backup")]
    [InlineData("1aaaaaaa-bbbbbb-ccc-dddd")]
    public Task Folders_of_others_stay(string name)
    {
        Runs(25);
        _folder.Write($"{name}/file", "precious");

        new RunFolders(_folder.Path).Prune([]);

        Assert.True(File.Exists(_folder.File($"{name}/file")));
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_link_that_looks_like_a_run_takes_nothing_with_it()
    {
        Runs(25);
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("file", "precious");
        Directory.CreateSymbolicLink(_folder.File("10000000-000000-000-abcd"), elsewhere.Path);

        new RunFolders(_folder.Path).Prune([]);

        Assert.True(File.Exists(elsewhere.File("file")));
        return Task.CompletedTask;
    }

    private Task WriteAsync(string run, string verdict) =>
        File.WriteAllTextAsync(
            new RunFolder(_folder.Path, run).ResultFile,
            $$"""{ "schema": 1, "name": "verdict", "stages": [ { "verdict": "no" } ], "verdict": "{{verdict}}", "services": [] """
        );

    private List<string> Runs(int count) =>
        [.. Enumerable.Range(0, count).Select(minute => new RunFolders(_folder.Path).Create(Noon.AddMinutes(minute)).RunId)];

    private IEnumerable<string> Folders() =>
        Directory
            .GetDirectories(_folder.Path)
            .Select(path => Path.GetFileName(path)!)
            .Where(name => name != "latest")
            .Order(StringComparer.Ordinal);
}
