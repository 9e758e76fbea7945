using System.Globalization;

namespace Octokit;

public class RateLimit
{
    public RateLimit(IDictionary<string, string> responseHeaders)
    {
        Limit = (int)Figure(responseHeaders, "X-RateLimit-Limit");
        Remaining = (int)Figure(responseHeaders, "X-RateLimit-Remaining");
        ResetAsUtcEpochSeconds = Figure(responseHeaders, "X-RateLimit-Reset");
    }

    public int Limit { get; }

    public int Remaining { get; }

    public long ResetAsUtcEpochSeconds { get; }

    public DateTimeOffset Reset => DateTimeOffset.FromUnixTimeSeconds(ResetAsUtcEpochSeconds);

    private static long Figure(IDictionary<string, string> headers, string name)
    {
        var text = headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) && figure <= 253_402_300_799 ? figure : 0;
    }
}
