using System.Net;

namespace GoldenPath.Scenarios.Walking;

/// <summary>Sees the answer to an upgrade before the WebSocket does, which keeps nothing of one that is no upgrade.</summary>
internal sealed class UpgradeWitness(HttpMessageHandler inner, WalkContext context) : DelegatingHandler(inner)
{
    private const int LongestBody = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The answer, where it was a refusal.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Whether the answer was 101.</summary>
    public bool HasUpgraded { get; private set; }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        HasUpgraded = response.StatusCode == HttpStatusCode.SwitchingProtocols;
        if (!HasUpgraded)
        {
            Refusal = new Refusal(
                response.StatusCode,
                $"{response.Headers}{response.Content.Headers}".TrimEnd(),
                await BodyAsync(response, cancellationToken)
            );
        }

        return response;
    }

    /// <summary>The inner handler is shared by all connections and stays.</summary>
    protected override void Dispose(bool disposing) => base.Dispose(disposing: false);

    private async Task<string> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var deadline = context.Within(Patience, cancellationToken);
        return await BodyStart.PeekAsync(response.Content, LongestBody, deadline.Token);
    }
}
