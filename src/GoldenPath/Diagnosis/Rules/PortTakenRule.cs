using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Logs;
using GoldenPath.Services;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>The service gave up because somebody else had the address that it wanted to listen on.</summary>
internal sealed class PortTakenRule : IRule
{
    public DiagnosisResult? Examine(Case broken, DiagnosisResult observed)
    {
        if (broken is not { Service: { WasReady: false } service, LastWords: { } log }
            || log.Standing(LogMarkKind.AddressInUse).FirstOrDefault() is not { } mark)
        {
            return null;
        }

        var port = mark.Port ?? service.Port;
        var holder = broken.Port(port)?.Listeners.FirstOrDefault(listener => listener.Service != service.Name);
        return holder is null && !(broken.HasEnded && log.IsFinal(mark)) ? null : observed with
        {
            Cause = Causes.PortInUse,
            Certainty = holder is not null && broken.HasEnded && log.IsVerdict(mark) ? Certainty.Confirmed : Certainty.Likely,
            Summary = $"Service '{service.Name}' could not listen on {Named(port)}, which is in use{(holder is null ? "" : ": " + Holder(holder))}.",
            Chain =
            [
                .. observed.Chain,
                new($"Why did '{service.Name}' give up?", $"Its log says that {Named(port)} was taken.", [mark.Seen]),
                .. HeldBy(port, holder),
            ],
            Remedies = [.. Remedies(broken, port, holder)],
        };
    }

    private static IEnumerable<Why> HeldBy(int? port, ListenerFact? holder)
    {
        if (holder is not null)
        {
            yield return new($"Why was {Named(port)} taken?", $"{Holder(holder)}.", [holder.Seen]);
        }
    }

    private static IEnumerable<Remedy> Remedies(Case broken, int? port, ListenerFact? holder)
    {
        if (holder is { Service: { } own })
        {
            yield return new($"Give '{own}' and '{broken.Service!.Name}' ports of their own in {broken.File.Configuration}: hand each its {{port}}.");
        }
        else if (holder is { Pid: { } pid })
        {
            yield return new($"End pid {pid} if it is yours and nobody needs it.", OperatingSystem.IsWindows() ? $"taskkill /PID {pid}" : $"kill {pid}");
        }
        else if (port is { } number)
        {
            yield return PortCommands.SeeWhoHolds(number);
        }

        yield return new("End what an earlier run left behind.", $"{broken.File.Command} Teardown");
        if (port == broken.Service!.Port)
        {
            yield return new("Or let this run take a free port.", $"{broken.File.Command} SmokeTest --port 0");
        }
    }

    private static string Holder(ListenerFact holder) => ObservedCause.Told(holder.Seen);

    private static string Named(int? port) => port is null ? "its address" : $"port {port}";
}
