using System.Text;
using System.Text.Json;
using Docker.DotNet.Models;

namespace GoldenPath.Docker.Containers;

/// <summary>What <c>docker login</c> wrote down in plain for a registry. Credential helpers are left to Docker's own programs.</summary>
internal static class RegistryAccess
{
    private const string Hub = "https://index.docker.io/v1/";

    /// <summary>The credentials of the user for a registry; <c>null</c> for none.</summary>
    public static AuthConfig? Find(string configurationFile, string registry)
    {
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllBytes(configurationFile));
            var server = registry == "docker.io" ? Hub : registry;
            return file.RootElement.GetProperty("auths").GetProperty(server).TryGetProperty("auth", out var auth)
                ? Decode(server, auth.GetString()!)
                : null;
        }
        catch (Exception e)
            when (e
                    is IOException
                        or UnauthorizedAccessException
                        or JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
            )
        {
            return null; // Most images need none, and the registry says so where one does.
        }
    }

    private static AuthConfig Decode(string server, string auth)
    {
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(auth));
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return new AuthConfig
        {
            ServerAddress = server,
            Username = text[..colon],
            Password = text[(colon + 1)..],
        };
    }
}
