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

    private List<string> Runs(int count) =>
        [.. Enumerable.Range(0, count).Select(minute => new RunFolders(_folder.Path).Create(Noon.AddMinutes(minute)).RunId)];

    private IEnumerable<string> Folders() =>
        Directory
            .GetDirectories(_folder.Path)
            .Select(path => Path.GetFileName(path)!)
            .Where(name => name != "latest")
            .Order(StringComparer.Ordinal);
}
