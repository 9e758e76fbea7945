namespace GoldenPath.Tests.Readiness;

/// <summary>Health endpoints that send their visitors on.</summary>
public sealed class RedirectSpecs
{
    private const string Ok = "HTTP/1.1 200 OK\nContent-Length: 2\n\nok";
    private static readonly ThisProcess Ours = new();

    [TableSpec]
    [InlineData("/health/", "GET /health/ ")]
    [InlineData("live?full=1", "GET /live?full=1 ")]
    [InlineData("http://localhost:{port}/other", "GET /other ")]
    public async Task A_redirect_within_the_service_is_followed(string location, string next)
    {
        var asked = new List<string>();
        LoopbackServer? self = null;
        await using var server = self = new LoopbackServer(
            async (stream, token) =>
            {
                asked.Add(await LoopbackServer.ReadHeadAsync(stream, token));
                var where = location.Replace("{port}", $"{self!.Port}", StringComparison.Ordinal);
                var answer = asked.Count == 1 ? $"HTTP/1.1 308 Permanent Redirect\nLocation: {where}\nContent-Length: 0\n\n" : Ok;
                await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer.Replace("\n", "\r\n", StringComparison.Ordinal)), token);
            }
        );

        var outcome = await Waiting.ForAsync(server.Port, Ours, new() { Http = "/health", Timeout = Waiting.Long });

        Assert.True(outcome.IsReady, outcome.Failure?.Summary);
        Assert.StartsWith(next, asked[1], StringComparison.Ordinal);
    }

    [TableSpec]
    [InlineData("https://login.example.test/sso", "another place than the service", "ready: { http: \"https://login.example.test/sso\" }")]
    [InlineData("/health", "itself again and again", "or a path that does not redirect")]
    public async Task A_redirect_that_leads_elsewhere_or_in_a_circle_is_told_with_what_to_declare(
        string location,
        string what,
        string remedy
    )
    {
        await using var server = new LoopbackServer(
            LoopbackServer.Answering($"HTTP/1.1 302 Found\nLocation: {location}\nContent-Length: 0\n\n")
        );

        var failure = (await Waiting.ForAsync(server.Port, Ours, new() { Http = "/health", Timeout = Waiting.Short })).Failure!;

        Assert.Equal(Causes.HttpUnhealthy, failure.Cause);
        Assert.Contains($"answers 302 Found, to {location}", failure.Summary, StringComparison.Ordinal);
        Assert.Contains(
            failure.Remedies,
            one => one.Text.Contains(what, StringComparison.Ordinal) && one.Text.Contains(remedy, StringComparison.Ordinal)
        );
    }
}
