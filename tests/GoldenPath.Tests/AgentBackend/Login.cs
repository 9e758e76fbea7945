using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace GoldenPath.Tests.AgentBackend;

/// <summary>Logging in over real HTTP.</summary>
internal static class Login
{
    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };

    public static async Task<(HttpStatusCode Status, string Body)> PostAsync(ChildService service, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri(service.HttpUrl, "/auth/login"), content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public static async Task<(HttpStatusCode Status, string Body)> GetAsync(ChildService service, string path)
    {
        using var response = await _http.GetAsync(new Uri(service.HttpUrl, path));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public static async Task<string> TokenAsync(
        ChildService service,
        string email = "ada@example.com",
        string password = "analytical-engine"
    )
    {
        var (_, body) = await PostAsync(service, new JsonObject { ["email"] = email, ["password"] = password }.ToJsonString());
        return (string)JsonNode.Parse(body)!["access_token"]!;
    }
}
