using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Logs;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>Memory ran out: the kernel ended the service, or its runtime gave up.</summary>
/// <remarks>A kill that the kernel counted somewhere on the machine may have hit somebody else: then the cause is likely, not confirmed.
/// Of a container its engine tells which end was the kernel's.</remarks>
internal sealed class OutOfMemoryRule : IRule
{
    private const int Kill = 9;
    private const int KillCode = 137;

    public DiagnosisResult? Examine(Case broken, DiagnosisResult observed) =>
        broken is not { HasEnded: true, Service: { } service, Failure.Cause.Name: not Causes.DockerOutOfMemory } ? null
        : WasKilled(service) && broken.File.Memory is { Kills: > 0 } or { KillsOnMachine: > 0 } ? ByKernel(service, broken.File.Memory!, observed)
        : broken.LastWords is { } log && log.Standing(LogMarkKind.OutOfMemory).FirstOrDefault() is { } mark && log.IsVerdict(mark)
            ? ByRuntime(service, mark, observed)
            : null;

    private static bool WasKilled(ServiceFact service) => service is { Host: "process", Signal: Kill } or { Host: "process", Code: KillCode };

    private static DiagnosisResult ByKernel(ServiceFact service, MemoryFact memory, DiagnosisResult observed) => observed with
    {
        Cause = Causes.OutOfMemory,
        Certainty = memory.Kills > 0 ? Certainty.Confirmed : Certainty.Likely,
        Summary = $"Service '{service.Name}' was ended by the kernel, because memory ran out.",
        Chain = [.. observed.Chain, new($"Why was '{service.Name}' ended?", "The kernel ended a process for want of memory during this run.", [memory.Seen])],
        Remedies =
        [
            new($"Give '{service.Name}' more memory, or let it use less."),
            new("See whom the kernel ended.", "sudo dmesg | grep -i 'killed process'"),
        ],
    };

    private static DiagnosisResult ByRuntime(ServiceFact service, LogMark mark, DiagnosisResult observed) => observed with
    {
        Cause = Causes.OutOfMemory,
        Certainty = IsFailure(service) ? Certainty.Confirmed : Certainty.Likely,
        Summary = $"Service '{service.Name}' ran out of memory: {mark.Seen.Text}",
        Chain = [.. observed.Chain, new($"Why did '{service.Name}' end?", "Its runtime says that memory ran out.", [mark.Seen])],
        Remedies =
        [
            new($"Give '{service.Name}' more memory (a container's limit, ulimit -v, the runtime's heap), or let it use less."),
            new("See how much there is.", "free -m; ulimit -v"),
        ],
    };

    private static bool IsFailure(ServiceFact service) => service.Signal is not null || service.Code is not (null or 0);
}
