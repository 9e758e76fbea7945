namespace GoldenPath.GitHub;

/// <summary>Finds the address of an API, where a person may have given that of its site.</summary>
/// <remarks>https://docs.github.com/enterprise-server/rest/using-the-rest-api/getting-started-with-the-rest-api</remarks>
internal static class ApiAddress
{
    /// <summary>The path of the API on a GitHub Enterprise Server.</summary>
    public const string EnterprisePath = "/api/v3/";

    /// <summary>GitHub's own API for its site; <c>api.</c> for a site of GitHub Enterprise Cloud; <c>/api/v3/</c> for any other site; an
    /// address with a path and one on this machine as they are.</summary>
    public static Uri Of(Uri given)
    {
        if (given.Host is "github.com" or "www.github.com" or "api.github.com")
        {
            return GitHubOptions.PublicApi;
        }
        var address = new UriBuilder(given.Scheme, given.Host, given.Port, given.AbsolutePath.TrimEnd('/') + "/");
        if (address.Path != "/" || given.IsLoopback || given.Host.StartsWith("api.", StringComparison.OrdinalIgnoreCase))
        {
            return address.Uri;
        }
        if (given.Host.EndsWith(".ghe.com", StringComparison.OrdinalIgnoreCase))
        {
            address.Host = "api." + address.Host;
        }
        else
        {
            address.Path = EnterprisePath;
        }
        return address.Uri;
    }

    /// <summary>Whether the path of the API can only be found by trying: on this machine any server may stand in for either kind.</summary>
    public static bool MustBeTried(Uri api) => api.IsLoopback && api.AbsolutePath == "/";
}
