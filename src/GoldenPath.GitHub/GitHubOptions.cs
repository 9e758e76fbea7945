namespace GoldenPath.GitHub;

/// <summary>Which GitHub to talk to, and how.</summary>
public sealed record GitHubOptions
{
    /// <summary>The address of GitHub's public API.</summary>
    public static Uri PublicApi { get; } = new("https://api.github.com/");

    /// <summary>The repository.</summary>
    public required RepositoryName Repository { get; init; }

    /// <summary>A token that may write issues. It is sent to the host of <see cref="Api"/> and to no other.</summary>
    public required string Token { get; init; }

    /// <summary>The address of the API, or that of the site: a GitHub Enterprise Server's API is looked for under <c>/api/v3</c>. Default: <see cref="PublicApi"/>.</summary>
    public Uri Api { get; init; } = PublicApi;

    /// <summary>How long a single request may take, body included. Default: 10 s.</summary>
    public TimeSpan RequestDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Says what it is, without the token.</summary>
    public override string ToString() => $"{Repository} at {Api}";
}
