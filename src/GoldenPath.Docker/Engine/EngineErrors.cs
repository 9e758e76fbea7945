using System.Text.Json;
using Docker.DotNet;

namespace GoldenPath.Docker.Engine;

/// <summary>What an engine's refusals say, and what they mean whatever was asked.</summary>
internal static class EngineErrors
{
    /// <summary>Whether an exception is what talking to an engine brings with it, and no mistake of this program.</summary>
    public static bool IsExpected(Exception e) =>
        e
            is DockerApiException
                or HttpRequestException
                or IOException
                or System.Security.Authentication.AuthenticationException
                or OperationCanceledException
                or TimeoutException
                or ObjectDisposedException
                or System.Net.Sockets.SocketException;

    /// <summary>The engine's own words: the <c>message</c> of its JSON.</summary>
    public static string Text(DockerApiException e)
    {
        try
        {
            using var body = JsonDocument.Parse(e.ResponseBody);
            return body.RootElement.GetProperty("message").GetString()!.Trim();
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            return e.ResponseBody is { Length: > 0 } text ? text.Trim() : e.StatusCode.ToString();
        }
    }

    /// <summary>What the engine's words mean for every request: its disk is full. <c>null</c> for anything else.</summary>
    public static Failure? DiskFull(string service, string text) =>
        !text.Contains("no space left on device", StringComparison.OrdinalIgnoreCase)
            ? null
            : new Failure
            {
                Cause = Causes.DiskFull,
                Service = service,
                Summary = $"The disk of the Docker engine is full, so service '{service}' could not be started: {text}",
                Evidence = [new Evidence("docker engine", text)],
                Remedies =
                [
                    new Remedy("See what takes the space.", "docker system df"),
                    new Remedy("Remove what nothing uses: stopped containers, dangling images, build cache.", "docker system prune"),
                ],
            };
}
