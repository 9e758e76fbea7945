using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;
using GoldenPath.Readiness;

namespace GoldenPath.Diagnosis.Collecting;

/// <summary>Captures, at the moment at which a run broke, what a diagnosis will need: all sources side by side, each within its own time.</summary>
/// <remarks>What a service is doing is looked at first, as that changes soonest. A source that does not answer in time is left out and named; the
/// diagnosis is then less certain, never later.</remarks>
internal sealed class EvidenceCapture(CaptureSubject subject)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly List<string> _omitted = [];

    /// <summary>Writes the evidence and the case into the run folder.</summary>
    /// <returns>What could not be captured, and why, a line each.</returns>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public async Task<IReadOnlyList<string>> CaptureAsync()
    {
        var observation = FailureEvidence.Collect(subject);
        var services = await WithinAsync("services", () => ServiceEvidence.Collect(subject), []);
        var signs = await WithinAsync("logs", () => Read(services), []);
        var ports = WithinAsync("sockets", () => new SocketEvidence(subject, SocketTable.OfThisMachine).Collect(Taken(signs)), []);
        var answers = WithinAsync("network", token => new AnswerEvidence(subject).CollectAsync(Unreached(signs), token), []);
        var variables = WithinAsync("variables", () => VariableEvidence.Collect(subject, Variables(signs)), []);
        var paths = WithinAsync("paths", () => new PathEvidence(subject).Collect(Paths(signs)), []);
        var projects = WithinAsync("projects", () => ProjectEvidence.Collect(subject), []);
        var limits = WithinAsync("limits", () => LimitEvidence.Collect(subject), []);
        var machine = WithinAsync("machine", () => new MachineEvidence(subject).Collect(), ([], null!));
        new CaseFile
        {
            Command = subject.Settings.Command,
            Configuration = subject.File,
            Observation = observation,
            Services = services,
            Ports = await ports,
            Answers = await answers,
            Variables = await variables,
            Disks = (await machine).Disks,
            Memory = (await machine).Memory,
            Paths = await paths,
            Projects = await projects,
            Limits = await limits,
            Omitted = _omitted,
        }.Write(subject.Folder.Path);
        return _omitted;
    }

    private IReadOnlyList<(string Service, Sign Sign)> Read(IReadOnlyList<ServiceFact> services) =>
        [
            .. services
                .Where(service => service.Log is not null)
                .SelectMany(service => Story.Read(subject.Folder.Path, service.Log!).Signs.Select(sign => (service.Name, sign))),
        ];

    private static IEnumerable<int> Taken(IEnumerable<(string Service, Sign Sign)> signs) =>
        signs.Where(one => one.Sign.Kind == SignKind.AddressInUse).Select(one => one.Sign.Port).OfType<int>();

    // Whoever does not let it in, or has not what it wants, is asked as well: that it answers is what bears the log out.
    private static IEnumerable<(string Host, int Port)> Unreached(IEnumerable<(string Service, Sign Sign)> signs) =>
        signs
            .Where(one =>
                one.Sign
                    is {
                        Port: not null,
                        Kind: SignKind.Refused or SignKind.NoAnswer or SignKind.LoginRefused or SignKind.NotPrepared or SignKind.Exhausted
                    }
            )
            .Select(one => (one.Sign.Host is { Length: > 0 } host ? host : "localhost", one.Sign.Port!.Value))
            .Concat(
                signs
                    .Where(one => one.Sign is { Kind: SignKind.UnknownHost, Host: not null })
                    .Select(one => (one.Sign.Host!, one.Sign.Port ?? 0))
            );

    private static IEnumerable<(string Service, string Name)> Variables(IEnumerable<(string Service, Sign Sign)> signs) =>
        signs
            .Where(one => one.Sign.Kind is SignKind.MissingVariable or SignKind.InvalidValue)
            .SelectMany(one => one.Sign.Subjects.Select(name => (one.Service, name)));

    private static IEnumerable<(string Service, string Path)> Paths(IEnumerable<(string Service, Sign Sign)> signs) =>
        signs
            .Where(one =>
                one.Sign.Kind
                    is SignKind.NotPermitted
                        or SignKind.AlreadyRunning
                        or SignKind.FileMissing
                        or SignKind.PathMissing
                        or SignKind.ProgramMissing
            )
            .Select(one => (one.Service, NamedPaths.Of(one.Sign) ?? one.Sign.Subject))
            .Where(one => one.Item2 is not null)
            .Select(one => (one.Service, one.Item2!));

    private Task<T> WithinAsync<T>(string source, Func<T> collect, T otherwise) =>
        WithinAsync(source, _ => Task.FromResult(collect()), otherwise);

    private async Task<T> WithinAsync<T>(string source, Func<CancellationToken, Task<T>> collect, T otherwise)
    {
        using var deadline = new CancellationTokenSource(Patience, subject.Time);
        try
        {
            return await Task.Run(() => collect(deadline.Token), deadline.Token).WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            Omit($"{source}: not captured within {Patience.TotalSeconds:0.#} s");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever a source stumbles over, in hostile text too, must not hide the failure that it was to explain.
            Omit($"{source}: {subject.Redactor.Redact(e.Message)}");
        }

        return otherwise;
    }

    private void Omit(string what)
    {
        lock (_omitted)
        {
            _omitted.Add(what);
        }
    }
}
