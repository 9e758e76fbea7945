using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>A broken run as the rules see it: the captured facts, and the logs beside them.</summary>
internal sealed class Case
{
    private readonly string _runFolder;
    private readonly Dictionary<string, Story> _stories;

    public Case(CaseFile file, string runFolder)
        : this(file, runFolder, file.Services.FirstOrDefault(service => service.Name == file.Observation.Failure.Service), []) { }

    private Case(CaseFile file, string runFolder, ServiceFact? service, Dictionary<string, Story> stories) =>
        (File, _runFolder, Service, _stories) = (file, runFolder, service, stories);

    public CaseFile File { get; }

    public Failure Failure => File.Observation.Failure;

    /// <summary>Whether it broke after everything had been ready.</summary>
    public bool IsAfterReadiness => File.Observation.Stage == Stages.SmokeTests;

    /// <summary>The service that the failure happened to; <c>null</c> where it happened to none.</summary>
    public ServiceFact? Service { get; }

    /// <summary>Whether that service ended: its process did, or its engine says so of its container.</summary>
    public bool HasEnded =>
        Service is { State: ServiceState.Ended } || Failure.Cause.Name is Causes.DockerContainerExited or Causes.DockerCrashLoop;

    /// <summary>Whether it ended as programs end that failed.</summary>
    public bool HasFailed => HasEnded && Service is not { State: ServiceState.Ended, Signal: null, Code: null or 0 };

    /// <summary>What that service's log tells; <c>null</c> where it has none.</summary>
    public Story? Story => Service?.Log is { } log ? StoryOf(log) : null;

    /// <summary>What the test command that failed told; <c>null</c> where none did.</summary>
    public Story? TestStory =>
        Failure.Evidence.FirstOrDefault(evidence => evidence.Source.StartsWith("logs/tests.", StringComparison.Ordinal)) is { } cited
            ? StoryOf(cited.Source.Split(':')[0])
            : null;

    /// <summary>A captured fact without its subject.</summary>
    public static string Told(Evidence seen) => seen.Text[(seen.Text.IndexOf(": ", StringComparison.Ordinal) + 2)..];

    /// <summary>The same run, seen from another service.</summary>
    public Case From(ServiceFact service) => new(File, _runFolder, service, _stories);

    /// <summary>What a log tells.</summary>
    public Story StoryOf(string source) =>
        _stories.TryGetValue(source, out var known) ? known : _stories[source] = Story.Read(_runFolder, source);

    /// <summary>Who listened on a port; <c>null</c> where it was not looked at.</summary>
    public PortFact? Port(int? port) => File.Ports.FirstOrDefault(fact => fact.Port == port);

    /// <summary>What an address answered; nothing where it was not asked.</summary>
    public IReadOnlyList<AnswerFact> Answers(string? host, int? port) =>
        [.. File.Answers.Where(answer => answer.Port == port && answer.Host == (host is { Length: > 0 } ? host : "localhost"))];

    /// <summary>Another declared service that listens on a port, or is called by a host's name.</summary>
    public ServiceFact? Other(string? host, int? port) =>
        File.Services.FirstOrDefault(service =>
            service.Name != Service?.Name
            && (
                (port is not null && service.Port == port)
                || (host is { Length: > 0 } && service.Name.Equals(host, StringComparison.OrdinalIgnoreCase))
            )
        );
}
