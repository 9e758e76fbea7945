using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Logs;
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
        var marks = await WithinAsync("logs", () => Read(services), []);
        var ports = WithinAsync("sockets", () => new SocketEvidence(subject, SocketTable.OfThisMachine).Collect(Taken(marks)), []);
        var answers = WithinAsync("network", token => new AnswerEvidence(subject).CollectAsync(Refused(marks), token), []);
        var variables = WithinAsync("variables", () => VariableEvidence.Collect(subject, Variables(marks)), []);
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
            Omitted = _omitted,
        }.Write(subject.Folder.Path);
        return _omitted;
    }

    private IReadOnlyList<(string Service, LogMark Mark)> Read(IReadOnlyList<ServiceFact> services) =>
    [
        .. services
            .Where(service => service.Log is not null)
            .SelectMany(service => ScannedLog.Read(subject.Folder.Path, service.Log!).Marks.Select(mark => (service.Name, mark))),
    ];

    private static IEnumerable<int> Taken(IEnumerable<(string Service, LogMark Mark)> marks) =>
        marks.Where(one => one.Mark.Kind == LogMarkKind.AddressInUse).Select(one => one.Mark.Port).OfType<int>();

    private static IEnumerable<(string Host, int Port)> Refused(IEnumerable<(string Service, LogMark Mark)> marks) => marks
        .Where(one => one.Mark is { Kind: LogMarkKind.Refused, Port: not null })
        .Select(one => (one.Mark.Subject is { Length: > 0 } host ? host : "localhost", one.Mark.Port!.Value))
        .Concat(marks.Where(one => one.Mark is { Kind: LogMarkKind.UnknownHost, Subject: not null }).Select(one => (one.Mark.Subject!, one.Mark.Port ?? 0)));

    private static IEnumerable<(string Service, string Name)> Variables(IEnumerable<(string Service, LogMark Mark)> marks) =>
        marks.Where(one => one.Mark is { Kind: LogMarkKind.MissingVariable, Subject: not null }).Select(one => (one.Service, one.Mark.Subject!));

    private Task<T> WithinAsync<T>(string source, Func<T> collect, T otherwise) => WithinAsync(source, _ => Task.FromResult(collect()), otherwise);

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
