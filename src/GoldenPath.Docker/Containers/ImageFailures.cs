using GoldenPath.Docker.Engine;
using GoldenPath.Services;

namespace GoldenPath.Docker.Containers;

/// <summary>Words why a service has no image to run.</summary>
internal static class ImageFailures
{
    private const int ShownLines = 12;

    /// <summary>An image could not be pulled.</summary>
    public static PipelineException Missing(string service, string image, string answer) =>
        new(
            EngineErrors.DiskFull(service, answer)
                ?? new Failure
                {
                    Cause = Causes.DockerImageMissing,
                    Service = service,
                    Summary = $"The image '{image}' of service '{service}' is not here and cannot be pulled: {Meaning(image, answer)}.",
                    Details = [$"- The engine says: {answer}"],
                    Evidence = [new Evidence($"docker pull {image}", answer)],
                    Remedies = [.. Remedies(image, answer)],
                }
        );

    /// <summary>A build ended with an error.</summary>
    /// <param name="service">The service.</param>
    /// <param name="error">The engine's last words.</param>
    /// <param name="log">Where its output is, relative to the run folder.</param>
    /// <param name="output">Its last lines.</param>
    /// <param name="command">The command that does the same by hand.</param>
    public static PipelineException BuildFailed(string service, string error, string log, IReadOnlyList<LogLine> output, string command) =>
        new(
            EngineErrors.DiskFull(service, error)
                ?? new Failure
                {
                    Cause = Causes.DockerBuildFailed,
                    Service = service,
                    Summary = $"The image of service '{service}' could not be built: {error.TrimEnd('.')}.",
                    Details = [.. output.TakeLast(ShownLines).Select(line => "    " + line.Text)],
                    Evidence =
                    [
                        new Evidence("docker build", error),
                        .. output.TakeLast(ShownLines).Select(line => new Evidence($"{log}:{line.Number}", line.Text)),
                    ],
                    Remedies =
                    [
                        error.Contains("BuildKit", StringComparison.OrdinalIgnoreCase)
                            ? new Remedy("Build it with BuildKit before the run, and name it by 'image:' alone.", command)
                            : new Remedy("Build it by hand, and mend what the output shows.", command),
                    ],
                }
        );

    private static string Meaning(string image, string answer) =>
        answer switch
        {
            _ when Says(answer, "manifest unknown", "not found: manifest", "manifest for") =>
                $"the registry has no such tag ({ImageName.Parse(image).Tag})",
            _ when Says(answer, "denied", "unauthorized", "authentication required") => "there is no such repository, or it wants a login",
            _ when Says(answer, "toomanyrequests", "rate limit") => "the registry's rate limit is reached",
            _ when Says(answer, "no such host", "lookup") => "the registry's host name is not known",
            _ when Says(answer, "timeout", "deadline exceeded", "refused", "unreachable", "EOF") => "the registry cannot be reached",
            _ when Says(answer, "x509", "certificate") => "the registry's certificate is not trusted",
            _ when Says(answer, "no matching manifest") => "the registry has it for other platforms only",
            _ when Says(answer, "invalid reference format") => "that is no name of an image",
            _ => answer.TrimEnd('.'),
        };

    private static IEnumerable<Remedy> Remedies(string image, string answer)
    {
        if (Says(answer, "denied", "unauthorized", "authentication required", "toomanyrequests"))
        {
            yield return new Remedy("Log in to the registry.", $"docker login {ImageName.Parse(image).Registry}");
        }

        yield return new Remedy("Pull it by hand; an image that the engine has is not pulled again.", $"docker pull {image}");
        yield return new Remedy("Or correct 'image:', or say under 'build:' how it is made.");
    }

    private static bool Says(string answer, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (answer.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
