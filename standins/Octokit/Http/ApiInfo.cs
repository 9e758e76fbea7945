namespace Octokit;

public class ApiInfo
{
    internal ApiInfo(IReadOnlyDictionary<string, Uri> links, RateLimit rateLimit)
    {
        Links = links;
        RateLimit = rateLimit;
    }

    public IReadOnlyDictionary<string, Uri> Links { get; }

    public RateLimit RateLimit { get; }
}
