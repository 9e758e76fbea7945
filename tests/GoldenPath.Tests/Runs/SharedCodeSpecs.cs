using GoldenPath.Configuration;
using GoldenPath.Runs;
using GoldenPath.Tests.Pipeline;
using GoldenPath.Triage;

namespace GoldenPath.Tests.Runs;

/// <summary>Whose code a run tests, as git knows it.</summary>
public sealed class SharedCodeSpecs : IDisposable
{
    private readonly GitFolder _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Spec]
    public async Task Code_is_shared_where_nothing_is_changed_and_the_commit_is_on_the_remote()
    {
        Assert.Equal($"commit {_checkout.Head[..8]} is on no remote", await WhyNotAsync());

        _checkout.Push();
        Assert.Null(await WhyNotAsync());

        _checkout.Write("server.py", "print()");
        _checkout.Write("start.sh", "true");
        Assert.Equal("the work tree is not clean (server.py and 1 more)", await WhyNotAsync());

        _checkout.Commit();
        Assert.Equal($"commit {_checkout.Head[..8]} is on no remote", await WhyNotAsync());

        _checkout.Push();
        _checkout.Git("checkout", "--quiet", "--detach", "HEAD~1");
        Assert.Null(await WhyNotAsync());
    }

    [Spec]
    public async Task What_a_run_writes_is_nobodys_change()
    {
        _checkout.Write(".gitignore", "");
        _checkout.Commit();
        _checkout.Push();
        Directory.CreateDirectory(Path.Combine(_checkout.Path, "out/golden-path"));
        _checkout.Write("out/golden-path/run.json", "{}");

        Assert.Equal("the work tree is not clean (out/)", await WhyNotAsync());
        Assert.Null(await new SharedCode(_checkout.Path, Path.Combine(_checkout.Path, "out")).WhyNotAsync());
    }

    [Spec]
    public async Task Where_git_knows_nothing_nothing_is_shared()
    {
        using var folder = new TemporaryFolder();
        using var fresh = new GitFolder(hasCommit: false);
        File.Delete(Path.Combine(fresh.Path, ".gitignore"));

        Assert.Equal("this code is in no git repository", await new SharedCode(folder.Path, folder.File("artifacts")).WhyNotAsync());
        Assert.Equal("this repository has no commit", await new SharedCode(fresh.Path, fresh.Path + "/artifacts").WhyNotAsync());
    }

    [TableSpec]
    [InlineData("shared", "CI", true, null)]
    [InlineData("shared", "", true, "commit ")]
    [InlineData("ci", "GITHUB_ACTIONS", true, null)]
    [InlineData("ci", "", true, "issues.when is ci, and this is no build server")]
    [InlineData("always", "", true, null)]
    [InlineData("never", "CI", true, "issues.when is never")]
    [InlineData("never", "", false, null)]
    public async Task The_file_says_where_a_run_files_and_the_command_decides_a_single_one(
        string when,
        string server,
        bool asFile,
        string? why
    )
    {
        var settings = new RunSettings
        {
            Root = _checkout.Path,
            Config = Path.Combine(_checkout.Path, "goldenpath.yml"),
            Artifacts = Path.Combine(_checkout.Path, "artifacts"),
            FileIssue = !asFile,
        };
        var place = new FilingPlace(settings, Enum.Parse<FilingWhen>(when, ignoreCase: true), name => name == server ? "true" : null);

        Assert.StartsWith(why ?? "", await place.WhyNotAsync() ?? "", StringComparison.Ordinal);
        Assert.Equal(why is null, await place.WhyNotAsync() is null);
    }

    private Task<string?> WhyNotAsync() => new SharedCode(_checkout.Path, Path.Combine(_checkout.Path, "artifacts")).WhyNotAsync();
}
