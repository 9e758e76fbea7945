using GoldenPath.Configuration;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Readiness;
using GoldenPath.Services;

namespace GoldenPath.Diagnosis.Collecting;

/// <summary>Writes down what each declared service was doing, and who was to start it.</summary>
internal static class ServiceEvidence
{
    public static IReadOnlyList<ServiceFact> Collect(CaptureSubject subject)
    {
        var (states, declarations) = (subject.Sheet("services"), subject.Sheet("configuration"));
        IReadOnlyList<ServiceFact> facts = [.. subject.Definition.Services.Select(service => Fact(subject, service, states, declarations))];
        states.Write();
        declarations.Write();
        return facts;
    }

    private static ServiceFact Fact(CaptureSubject subject, ServiceDefinition service, EvidenceSheet states, EvidenceSheet declarations)
    {
        var running = subject.Find(service.Name);
        var exit = running?.Process?.Exited is { IsCompleted: true } exited ? exited.Result : (ProcessExit?)null;
        var place = $"{subject.File}:{service.Line}";
        var log = $"logs/{service.Name}.log";
        return new()
        {
            Name = service.Name,
            Host = service.Host.Kind,
            Declared = place,
            Declaration = declarations.Add($"{place}: {service.Name}: {Declaration(service)}"),
            Port = subject.Port(service),
            State =
                exit is not null ? ServiceState.Ended
                : running?.Process is null ? ServiceState.NotStarted
                : ServiceState.Running,
            Code = exit?.Code,
            Signal = exit?.Signal,
            WasReady = running?.ReadyAfter is not null,
            Log = File.Exists(Path.Combine(subject.Folder.Path, log)) ? log : null,
            Seen = states.Add($"{service.Name}: {State(service, running, exit)}"),
        };
    }

    private static string Declaration(ServiceDefinition service) =>
        service.Host switch
        {
            ProcessHostDefinition process => $"this run starts it: {string.Join(' ', process.Command)}, in {process.Directory}",
            ExternalHostDefinition =>
                "external: true, somebody else starts it; this run only checks it, and nothing in this file starts it",
            _ => $"this run starts it as a {service.Host.Kind}",
        };

    private static string State(ServiceDefinition service, RunningService? running, ProcessExit? exit)
    {
        var ready = running?.ReadyAfter is { } after ? $"it had been ready after {after.TotalSeconds:0.00} s" : "it had never been ready";
        return (service.Host, running?.Process, exit) switch
        {
            (ExternalHostDefinition, _, _) => $"not started by this run; {ready}",
            (_, null, _) => "not started",
            (_, { } process, { } ended) => $"{ProcessEnd.Describe(ended)}; {ready}; it was pid {process.Pid}",
            (_, { } process, _) => $"runs, {PortHolder.Describe(process)}; {ready}",
        };
    }
}
