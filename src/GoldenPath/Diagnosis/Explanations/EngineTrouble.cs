using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>The service's command calls a container engine or Compose, which says what is wrong.</summary>
internal sealed class EngineTrouble : IExplanation
{
    public IReadOnlyList<SignKind> Kinds { get; } =
    [SignKind.EngineUnreachable, SignKind.EngineNotPermitted, SignKind.ImageMissing, SignKind.ImageNotBuilt, SignKind.ComposeInvalid];

    public Account? Explain(Case broken, ServiceFact service, Sign sign) =>
        !broken.HasEnded ? null
        : sign.Kind switch
        {
            SignKind.EngineUnreachable => Of(
                Causes.DockerUnreachable,
                "no container engine answers",
                new(
                    "Start the container engine.",
                    OperatingSystem.IsLinux() ? "sudo systemctl start docker"
                        : OperatingSystem.IsMacOS() ? "open -a Docker"
                        : "Start-Service docker"
                )
            ),
            SignKind.EngineNotPermitted => Of(
                Causes.DockerPermissionDenied,
                "this user may not use the container engine",
                new("Let this user use the engine, and log in anew.", "sudo usermod -aG docker \"$USER\" && newgrp docker")
            ),
            SignKind.ImageMissing => Of(
                Causes.DockerImageMissing,
                sign.Subject is { } image ? $"the image '{image}' cannot be had" : "an image cannot be had",
                new(
                    "Correct the image's name or tag, log in to its registry, or build it here.",
                    Pasted.WithWord(sign.Subject, plain => $"docker pull {plain}") ?? "docker login"
                )
            ),
            SignKind.ImageNotBuilt => Of(
                Causes.DockerBuildFailed,
                "an image cannot be built",
                new("Build it by hand, and mend what the output shows.", "docker build .")
            ),
            _ => Of(
                Causes.DockerComposeInvalid,
                "Compose refuses its file",
                new("Mend the line that it names, and check the file.", "docker compose config --quiet")
            ),
        }
            is var account
            ? account with
            {
                Summary = $"Service '{service.Name}': {account.Summary}: {sign.Seen.Text}",
            }
        : null;

    private static Account Of(string cause, string what, Remedy remedy) =>
        new(cause, what, $"Its log says that {what}.", IsBorneOut: false) { Remedies = [remedy] };
}
