using GoldenPath.GitHub;

namespace GoldenPath.Tests.GitHub;

[Trait(Speed.Name, Speed.Quick)]
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

    [TableSpec]
    [InlineData("https://api.github.com", "https://api.github.com/")]
    [InlineData("https://github.com", "https://api.github.com/")]
    [InlineData("https://github.com/acme/agents", "https://api.github.com/")]
    [InlineData("https://ghe.example", "https://ghe.example/api/v3/")]
    [InlineData("https://ghe.example/", "https://ghe.example/api/v3/")]
    [InlineData("https://ghe.example:8443/api/v3", "https://ghe.example:8443/api/v3/")]
    [InlineData("https://ghe.example/api/v3/?x=1#y", "https://ghe.example/api/v3/")]
    [InlineData("https://proxy.example/github", "https://proxy.example/github/")]
    [InlineData("https://acme.ghe.com", "https://api.acme.ghe.com/")]
    [InlineData("https://api.acme.ghe.com", "https://api.acme.ghe.com/")]
    [InlineData("https://user:secret@ghe.example/api/v3", "https://ghe.example/api/v3/")]
    [InlineData("http://127.0.0.1:1234", "http://127.0.0.1:1234/")]
    [InlineData("http://localhost:1234/api/v3", "http://localhost:1234/api/v3/")]
    public Task The_address_of_a_site_means_its_API(string given, string address)
    {
        Assert.Equal(address, ApiAddress.Of(new(given)).AbsoluteUri);
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
