using System.Net;

namespace GoldenPath.Scenarios.Walking;

/// <summary>Sees the answer to an upgrade before the WebSocket does, which keeps nothing of one that is no upgrade.</summary>
internal sealed class UpgradeWitness(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int LongestBody = 4096;

    /// <summary>The answer, where it was a refusal.</summary>
    public Refusal? Refusal { get; private set; }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.SwitchingProtocols)
        {
            Refusal = new Refusal(response.StatusCode, $"{response.Headers}{response.Content.Headers}".TrimEnd(), await BodyAsync(response, cancellationToken));
        }

        return response;
    }

    /// <summary>The inner handler is shared by all connections and stays.</summary>
    protected override void Dispose(bool disposing) => base.Dispose(disposing: false);

    private static async Task<string> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await BodyStart.ReadAsync(response.Content, LongestBody, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException)
        {
            // Status and headers say enough; a body that never ends must not hide them.
            return "";
        }
    }
}
