using GoldenPath.Diagnosis.Facts;
using GoldenPath.Readiness;

namespace GoldenPath.Diagnosis.Collecting;

/// <summary>Writes down who listened on the ports that matter: those of the services, those that logs call taken, and whatever the services hold beside.</summary>
internal sealed class SocketEvidence(CaptureSubject subject, SocketTable sockets)
{
    private const int MostPorts = 20;
    private readonly EvidenceSheet _sheet = subject.Sheet("sockets");

    /// <param name="named">The ports that logs call taken.</param>
    public IReadOnlyList<PortFact> Collect(IEnumerable<int> named)
    {
        var own = (sockets.Of(pid => subject.OwnerOf(pid) is not null) ?? []).Select(listener => listener.EndPoint.Port);
        var declared = subject
            .Definition.Services.Where(service => subject.Find(service.Name)?.Process?.Host is null) // No port of another machine.
            .Select(subject.Port)
            .OfType<int>();
        IReadOnlyList<PortFact> facts = [.. declared.Concat(named).Concat(own).Distinct().Take(MostPorts).Select(Fact).OfType<PortFact>()];
        _sheet.Write();
        return facts;
    }

    private PortFact? Fact(int port)
    {
        if (sockets.On(port) is not { } listeners)
        {
            return null; // This system does not tell.
        }

        IReadOnlyList<ListenerFact> facts = [.. listeners.Select(Fact)];
        return new(port, facts, facts.Count > 0 ? facts[0].Seen : _sheet.Add($"port {port}: nobody listens, on any address family"));
    }

    private ListenerFact Fact(PortListener listener)
    {
        var owner = listener.Pids.Select(subject.OwnerOf).FirstOrDefault(service => service is not null);
        var whose = owner is null ? "not of this run" : $"of service {owner}";
        return new(
            listener.EndPoint.ToString(),
            listener.Pids.Cast<int?>().FirstOrDefault(),
            owner,
            _sheet.Add($"port {listener.EndPoint.Port}: {PortHolder.Describe(listener)}, {whose}")
        );
    }
}
