using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GoldenPath.Docker.Engine;

/// <summary>The contexts of Docker's command line, <c>contexts/meta/&lt;SHA-256 of the name&gt;/meta.json</c> in its configuration folder.</summary>
internal sealed class ContextStore(string folder)
{
    /// <summary>The context that the user chose; <c>null</c> for none.</summary>
    public string? Current =>
        Read(Path.Combine(folder, "config.json")) is { } file
        && file.TryGetProperty("currentContext", out var name)
        && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;

    /// <summary>A context by its name; <c>null</c> where there is none.</summary>
    public EngineContext? Find(string name)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        if (
            Read(Path.Combine(folder, "contexts", "meta", id, "meta.json")) is not { } meta
            || !meta.TryGetProperty("Endpoints", out var endpoints)
            || !endpoints.TryGetProperty("docker", out var docker)
            || !docker.TryGetProperty("Host", out var host)
            || host.ValueKind != JsonValueKind.String
        )
        {
            return null;
        }

        var certificates = Path.Combine(folder, "contexts", "tls", id, "docker");
        return new EngineContext(
            host.GetString() ?? "",
            Directory.Exists(certificates) ? certificates : null,
            docker.TryGetProperty("SkipTLSVerify", out var skips) && skips.ValueKind == JsonValueKind.True
        );
    }

    private static JsonElement? Read(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null; // No configuration is a common configuration, and a broken one is not ours to mend.
        }
    }
}
