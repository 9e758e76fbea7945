using System.Globalization;
using System.Net;
using System.Text.Json;
using GoldenPath.Guard.Leases;

namespace GoldenPath.Guard.Engine;

/// <summary>The few requests of a container engine's HTTP API that cleaning up needs.</summary>
/// <remarks>They are spoken without a version, which means the engine's own: lists by label and deletions are the same in all of them.
/// Reference: https://docs.docker.com/reference/api/engine/.</remarks>
internal sealed class EngineClient(EngineAddress engine) : IDisposable
{
    private static readonly string[] Kinds = ["container", "network", "volume", "image"];

    private readonly HttpClient _http = EngineTransport.Open(engine);

    /// <summary>Everything that carries a label with a value.</summary>
    public async Task<IReadOnlyList<EngineObject>> FindAsync(string label, string value, CancellationToken cancellationToken)
    {
        var found = new List<EngineObject>();
        foreach (var kind in Kinds)
        {
            found.AddRange(await ListAsync(kind, label, value, cancellationToken));
        }

        return found;
    }

    /// <summary>Stops a container: its own signal, then, after the grace, a kill. Done where it does not run or is gone.</summary>
    public Task StopAsync(EngineObject container, TimeSpan grace, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, $"containers/{container.Id}/stop?t={(int)Math.Ceiling(grace.TotalSeconds)}", cancellationToken);

    /// <summary>Deletes something.</summary>
    /// <returns>Whether it is gone, or is being deleted; otherwise somebody still uses it.</returns>
    public async Task<bool> DeleteAsync(EngineObject what, CancellationToken cancellationToken) =>
        await SendAsync(HttpMethod.Delete, what.DeletePath, cancellationToken) is < HttpStatusCode.BadRequest or HttpStatusCode.NotFound;

    /// <summary>Whether an image is still there.</summary>
    public async Task<bool> HasAsync(EngineObject image, CancellationToken cancellationToken) =>
        await SendAsync(HttpMethod.Get, $"images/{image.Id}/json", cancellationToken) == HttpStatusCode.OK;

    public void Dispose() => _http.Dispose();

    private static Uri ListPath(string kind, string label, string value)
    {
        var filter = Uri.EscapeDataString($"{{\"label\":{{\"{JsonEncodedText.Encode($"{label}={value}")}\":true}}}}");
        return new Uri(
            kind switch
            {
                "container" => $"containers/json?all=1&filters={filter}",
                "image" => $"images/json?filters={filter}",
                _ => $"{kind}s?filters={filter}",
            },
            UriKind.Relative
        );
    }

    private async Task<IEnumerable<EngineObject>> ListAsync(string kind, string label, string value, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(ListPath(kind, label, value), cancellationToken);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        var list = kind == "volume" ? json.RootElement.GetProperty("Volumes") : json.RootElement;
        return list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(item => Read(kind, item))] : [];
    }

    private static EngineObject Read(string kind, JsonElement item) =>
        new(
            kind,
            item.GetProperty(kind == "volume" ? "Name" : "Id").GetString()!,
            Label(item, EngineObject.ComposeServiceLabel) ?? Label(item, EngineObject.ServiceLabel) ?? "",
            Label(item, EngineObject.ComposeNeedsLabel) ?? Label(item, EngineObject.NeedsLabel) ?? "",
            int.TryParse(Label(item, EngineObject.GraceLabel), CultureInfo.InvariantCulture, out var grace)
                ? TimeSpan.FromMilliseconds(grace)
                : null
        );

    private static string? Label(JsonElement item, string name) =>
        item.TryGetProperty("Labels", out var labels)
        && labels.ValueKind == JsonValueKind.Object
        && labels.TryGetProperty(name, out var value)
            ? value.GetString()
            : null;

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        using var response = await _http.SendAsync(request, cancellationToken);
        return response.StatusCode;
    }
}
