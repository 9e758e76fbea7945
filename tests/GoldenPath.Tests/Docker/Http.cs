namespace GoldenPath.Tests.Docker;

/// <summary>Asks a service over HTTP.</summary>
internal static class Http
{
    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(2) };

    public static Task AnswersAsync(int port, string path, string text) =>
        Wait.UntilAsync(
            async () => await TryGetAsync(port, path) is { } answer && answer.Contains(text, StringComparison.Ordinal),
            what: $"http://127.0.0.1:{port}{path} answers '{text}'"
        );

    public static async Task<string?> TryGetAsync(int port, string path)
    {
        try
        {
            return await Client.GetStringAsync(new Uri($"http://127.0.0.1:{port}{path}"));
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }
}
