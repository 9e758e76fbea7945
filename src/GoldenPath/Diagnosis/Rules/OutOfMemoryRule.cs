using GoldenPath.Diagnosis.Explanations;
using GoldenPath.Diagnosis.Facts;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>Memory ran out, and the kernel ended the service.</summary>
/// <remarks>A kill that the kernel counted somewhere on the machine may have hit somebody else: then the cause is likely, not confirmed.
/// Of a container its engine tells which end was the kernel's.</remarks>
internal sealed class OutOfMemoryRule : IRule
{
    private const int Kill = 9;
    private const int KillCode = 137;

    public DiagnosisResult? Examine(Case broken, DiagnosisResult observed) =>
        broken
            is {
                HasEnded: true,
                Service: { } service,
                Failure.Cause.Name: not Causes.DockerOutOfMemory,
                File.Memory: { Kills: > 0 } or { KillsOnMachine: > 0 }
            }
        && WasKilled(service)
            ? ByKernel(service, broken.File.Memory!, observed)
            : null;

    private static bool WasKilled(ServiceFact service) =>
        service is { Host: "process", Signal: Kill } or { Host: "process", Code: KillCode };

    private static DiagnosisResult ByKernel(ServiceFact service, MemoryFact memory, DiagnosisResult observed) =>
        observed with
        {
            Cause = Causes.OutOfMemory,
            Certainty = memory.Kills > 0 ? Certainty.Confirmed : Certainty.Likely,
            Summary = $"Service '{service.Name}' was ended by the kernel, because memory ran out.",
            Chain =
            [
                .. observed.Chain,
                new($"Why was '{service.Name}' ended?", "The kernel ended a process for want of memory during this run.", [memory.Seen]),
            ],
            Remedies =
            [
                new(
                    $"Give '{service.Name}' more memory, or let it use less; where the machine has too little, add swap.",
                    "sudo fallocate -l 4G /swapfile && sudo chmod 600 /swapfile && sudo mkswap /swapfile && sudo swapon /swapfile"
                ),
                new("See whom the kernel ended.", "sudo dmesg | grep -i 'killed process'"),
            ],
        };
}
