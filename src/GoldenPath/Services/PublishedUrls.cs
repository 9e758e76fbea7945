using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Services;

/// <summary>URLs that lead to services. Where an engine on another machine publishes a service's port, <c>localhost</c> with that port means that machine.</summary>
/// <param name="running">The services that were asked to start.</param>
internal sealed partial class PublishedUrls(IEnumerable<RunningService> running)
{
    /// <summary>Puts the publishing hosts into the URLs of a text. Everything else stays as it is.</summary>
    public string Complete(string text) =>
        running.Any(service => service.Process?.Host is not null)
            ? Local()
                .Replace(
                    text,
                    url => HostOf(url.Groups["port"].Value) is { } host ? $"{Bracketed(host)}:{url.Groups["port"].Value}" : url.Value
                )
            : text;

    private static string Bracketed(string host) => host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;

    private string? HostOf(string port) =>
        running.FirstOrDefault(service => service.Port?.ToString(CultureInfo.InvariantCulture) == port)?.Process?.Host;

    [GeneratedRegex(@"(?<=://)(localhost|127\.0\.0\.1|\[::1\]):(?<port>\d+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Local();
}
