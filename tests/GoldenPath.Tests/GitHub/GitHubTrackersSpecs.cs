using GoldenPath.GitHub;

namespace GoldenPath.Tests.GitHub;

public sealed class GitHubTrackersSpecs
{
    private static readonly Uri Api = new("https://ghe.example/api/v3");

    [TableSpec]
    [InlineData("acme/agents", null, "--github-token")]
    [InlineData("acme/agents", " ", "--github-token")]
    [InlineData(null, "t0ken", "--repository OWNER/NAME")]
    [InlineData("acme", "t0ken", "'acme' is no repository")]
    [InlineData("acme/agents", "to\nken", "characters that no token has")]
    public Task What_is_missing_is_said(string? repository, string? token, string words)
    {
        using var tracker = GitHubTrackers.Open(repository, token, Api, out var why);
        Assert.Null(tracker);
        Assert.Contains(words, why, StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_tracker_says_where_it_files()
    {
        using var tracker = GitHubTrackers.Open("acme/agents", "t0ken\n", Api, out var why);
        Assert.Equal("acme/agents on ghe.example", tracker?.Name);
        Assert.Empty(why);
        return Task.CompletedTask;
    }
}
