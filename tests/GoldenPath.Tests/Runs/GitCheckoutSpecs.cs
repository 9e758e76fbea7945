using GoldenPath.Runs;

namespace GoldenPath.Tests.Runs;

[Trait(Speed.Name, Speed.Quick)]
public sealed class GitCheckoutSpecs : IDisposable
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private readonly string _directory = Directory.CreateTempSubdirectory("checkout-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [TableSpec]
    [InlineData("https://github.com/acme/agents.git", "acme/agents")]
    [InlineData("https://token@github.com/acme/agents", "acme/agents")]
    [InlineData("git@github.com:acme/my.agents.git", "acme/my.agents")]
    [InlineData("ssh://git@ghe.example:22/acme/agents.git", "acme/agents")]
    [InlineData("/srv/git/agents.git", null)]
    public Task The_repository_is_read_from_the_origin(string url, string? repository)
    {
        Checkout(url);
        Assert.Equal(
            repository,
            GitCheckout.Read(Directory.CreateDirectory(Path.Combine(_directory, "deep", "inside")).FullName, _ => null).Repository
        );
        return Task.CompletedTask;
    }

    [Spec]
    public Task Commit_and_branch_are_read_from_loose_and_packed_references()
    {
        Checkout("https://github.com/acme/agents");
        Assert.Equal((Commit, "main", true), Read());
        File.Delete(Git("refs/heads/main"));
        Write(Git("packed-refs"), $"# pack-refs\n{new string('9', 40)} refs/heads/mainly\n{Commit} refs/heads/main\n");
        Assert.Equal((Commit, "main", true), Read());
        Write(Git("HEAD"), Commit);
        Assert.Equal((Commit, null, true), Read());
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_branch_is_the_default_one_where_the_remote_says_so_or_its_name_does()
    {
        Checkout("https://github.com/acme/agents");
        Write(Git("HEAD"), "ref: refs/heads/feature\n");
        Assert.False(GitCheckout.Read(_directory, _ => null).IsDefaultBranch);
        Write(Git("refs/remotes/origin/HEAD"), "ref: refs/remotes/origin/feature\n");
        Assert.True(GitCheckout.Read(_directory, _ => null).IsDefaultBranch);
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_job_of_a_pull_request_tests_the_head_of_its_branch()
    {
        Checkout("https://github.com/acme/agents");
        var payload = Path.Combine(_directory, "event.json");
        Write(
            payload,
            """{ "pull_request": { "head": { "sha": "feedfacefeedfacefeedfacefeedfacefeedface" } }, "repository": { "default_branch": "main" } }"""
        );
        var checkout = GitCheckout.Read(
            _directory,
            name =>
                name switch
                {
                    "GITHUB_ACTIONS" => "true",
                    "GITHUB_EVENT_PATH" => payload,
                    "GITHUB_SHA" => "the merge commit",
                    "GITHUB_REF_NAME" => "12/merge",
                    "GITHUB_HEAD_REF" => "feature",
                    "GITHUB_REPOSITORY" => "acme/upstream",
                    _ => null,
                }
        );
        Assert.Equal(
            ("feedfacefeedfacefeedfacefeedfacefeedface", "feature", false, "acme/upstream"),
            (checkout.Commit, checkout.Branch, checkout.IsDefaultBranch, checkout.Repository)
        );
        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData("", "acme/agents", "the job's")]
    [InlineData("/elsewhere", "acme/agents", "the job's")]
    [InlineData("/elsewhere", "acme/other", Commit)]
    [InlineData("..", "acme/other", Commit)]
    public Task A_job_speaks_of_its_own_checkout_alone(string workspace, string repository, string commit)
    {
        Checkout("https://github.com/acme/agents");

        var checkout = GitCheckout.Read(
            _directory,
            name =>
                name switch
                {
                    "GITHUB_ACTIONS" => "true",
                    "GITHUB_WORKSPACE" => Path.GetFullPath(workspace, _directory),
                    "GITHUB_SHA" => "the job's",
                    "GITHUB_REPOSITORY" => repository,
                    _ => null,
                }
        );

        Assert.Equal(commit, checkout.Commit);
        return Task.CompletedTask;
    }

    [Spec]
    public Task No_checkout_and_a_damaged_one_are_unknown()
    {
        Assert.Equal(GitCheckout.Unknown, GitCheckout.Read("/", _ => null));
        Checkout("x");
        File.Delete(Git("HEAD"));
        Assert.Equal(GitCheckout.Unknown, GitCheckout.Read(_directory, _ => null));
        return Task.CompletedTask;
    }

    private (string?, string?, bool) Read()
    {
        var checkout = GitCheckout.Read(_directory, _ => null);
        return (checkout.Commit, checkout.Branch, checkout.IsDefaultBranch);
    }

    private void Checkout(string origin)
    {
        Directory.CreateDirectory(Git("refs/heads"));
        Directory.CreateDirectory(Git("refs/remotes/origin"));
        Write(Git("HEAD"), "ref: refs/heads/main\n");
        Write(Git("refs/heads/main"), Commit + "\n");
        Write(
            Git("config"),
            $"[core]\n\tbare = false\n[remote \"origin\"]\n\turl = {origin}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n[branch \"main\"]\n\tremote = origin\n"
        );
    }

    private static void Write(string file, string text) => File.WriteAllText(file, text);

    private string Git(string name) => Path.Combine(_directory, ".git", name);
}
