using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;
using GoldenPath.Services;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>Somebody else had the address that the service wanted to listen on.</summary>
internal sealed class TakenAddress : IExplanation
{
    public IReadOnlyList<SignKind> Kinds { get; } = [SignKind.AddressInUse];

    public Account? Explain(Case broken, ServiceFact service, Sign sign)
    {
        var port = sign.Port ?? service.Port;
        var holder = broken.Port(port)?.Listeners.FirstOrDefault(listener => listener.Service != service.Name);
        return holder is null && !broken.HasEnded
            ? null
            : new(
                Causes.PortInUse,
                $"Service '{service.Name}' could not listen on {Named(port)}, which is in use{(holder is null ? "" : ": " + Holder(holder))}.",
                $"Its log says that {Named(port)} was taken.",
                holder is not null
            )
            {
                State = holder is null ? [] : [new($"Why was {Named(port)} taken?", $"{Holder(holder)}.", [holder.Seen])],
                Remedies = [.. Remedies(broken, service, port, holder)],
            };
    }

    private static IEnumerable<Remedy> Remedies(Case broken, ServiceFact service, int? port, ListenerFact? holder)
    {
        if (holder is { Service: { } own })
        {
            yield return new(
                $"Give '{own}' and '{service.Name}' ports of their own in {broken.File.Configuration}: hand each its {{port}}."
            );
        }
        else if (holder is { Pid: { } pid })
        {
            yield return new(
                $"End pid {pid} if it is yours and nobody needs it.",
                OperatingSystem.IsWindows() ? $"taskkill /PID {pid}" : $"kill {pid}"
            );
        }
        else if (port is not null)
        {
            yield return PortCommands.SeeWhoHolds(port.Value);
        }

        yield return new("End what an earlier run left behind.", $"{broken.File.Command} Teardown");
        yield return port == service.Port
            ? new("Or let this run take another port.", $"{broken.File.Command} SmokeTest --port {Elsewhere(port)}")
            : new($"Or give '{service.Name}' another port, in its settings or at {service.Declared}.");
    }

    private static int Elsewhere(int? port) => port is > 0 and < 65000 ? port.Value + 100 : 0;

    private static string Holder(ListenerFact holder) => Case.Told(holder.Seen);

    private static string Named(int? port) => port is null ? "its address" : $"port {port}";
}
