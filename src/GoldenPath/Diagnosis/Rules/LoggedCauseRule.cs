using GoldenPath.Diagnosis.Explanations;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>The service's own log says why it gave up, or why it does not get ready.</summary>
/// <remarks>Confirmed is what the log gives up by, where the state of the machine bears it out and the service ended by it. A service that lives on may do
/// without what it misses: then it is likely, and only where nothing was observed that explains it better.</remarks>
internal sealed class LoggedCauseRule : IRule
{
    private const int MostSigns = 8;

    // Seen on the wire or on the sockets: no line of a log knows better.
    private static readonly string[] Observed =
    [
        Causes.PortWrongPort,
        Causes.PortWrongInterface,
        Causes.PortAddressFamily,
        Causes.PortNotOurs,
        Causes.HttpNoAnswer,
        Causes.HttpNotHttp,
        Causes.TlsMismatch,
        Causes.WebSocketNotFound,
        Causes.WebSocketSubprotocol,
        Causes.DockerOutOfMemory,
        Causes.DockerPortNotPublished,
        Causes.DockerImageMissing,
        Causes.DockerBuildFailed,
        Causes.DockerComposeInvalid,
        Causes.ExecutableMissing,
        Causes.ServiceNotStarted,
        Causes.BuildFailed,
        Causes.DiskFull,
    ];

    private static readonly Dictionary<SignKind, IExplanation> Known = new IExplanation[]
    {
        new TakenAddress(),
        new ForbiddenAddress(),
        new ForeignAddress(),
        new AnotherInstance(),
        new MissingModule(),
        new MissingProgram(),
        new MissingFile(),
        new MissingPath(),
        new ForbiddenFile(),
        new MissingVariable(),
        new InvalidValue(),
        new BrokenSource(),
        new UnreachableDependency(),
        new RefusedLogin(),
        new UnpreparedDependency(),
        new ExhaustedDependency(),
        new UntrustedCertificate(),
        new FullDisk(),
        new UsedUpMemory(),
        new UsedUpHandles(),
        new EngineTrouble(),
    }
        .SelectMany(explanation => explanation.Kinds.Select(kind => (kind, explanation)))
        .ToDictionary(row => row.kind, row => row.explanation);

    public DiagnosisResult? Examine(Case broken, DiagnosisResult observed) =>
        broken is { Service: { } service, Story: { } story }
        && (broken.HasEnded || !service.WasReady)
        && !Observed.Contains(observed.Cause.Name)
            ? Explain(broken, service, story, observed)
            : null;

    /// <summary>What a service's log tells of its own end; <c>null</c> where it tells nothing that is known.</summary>
    public static DiagnosisResult? Explain(Case broken, ServiceFact service, Story story, DiagnosisResult observed)
    {
        foreach (var sign in story.Ranked.Take(MostSigns).Select(story.MostTelling))
        {
            if (!sign.IsSpecific && broken.HasEnded)
            {
                return null; // It ended by something that is not among the known.
            }

            if (
                Fits(broken, story, sign, observed)
                && Known.TryGetValue(sign.Kind, out var explanation)
                && explanation.Explain(broken, service, sign) is { } account
            )
            {
                return Told(broken, service, story, sign, account, observed);
            }
        }

        return null;
    }

    /// <summary>What a sign means; <c>null</c> where that is not known, or not so.</summary>
    public static Account? Account(Case broken, ServiceFact service, Sign sign) =>
        Known.TryGetValue(sign.Kind, out var explanation) ? explanation.Explain(broken, service, sign) : null;

    // Somebody's signal is no end of its own, unless memory was why it was sent. Who lives on has got over what it spoke of before something worked.
    private static bool Fits(Case broken, Story story, Sign sign, DiagnosisResult observed) =>
        sign.IsSpecific
        && (observed.Cause != Causes.ProcessKilled || sign.Kind == SignKind.OutOfMemory || broken.Service is { Signal: null })
        && (broken.HasEnded || !story.IsGotOver(sign));

    // Of other languages only codes, types and names are understood.
    private static bool IsForeign(Sign sign) => sign.Line.Text.Any(letter => char.IsLetter(letter) && !char.IsAscii(letter));

    private static DiagnosisResult Told(
        Case broken,
        ServiceFact service,
        Story story,
        Sign sign,
        Account account,
        DiagnosisResult observed
    ) =>
        observed with
        {
            Cause = account.Cause,
            Certainty =
                account.IsBorneOut && broken.HasFailed && story.IsVerdict(sign) && !IsForeign(sign)
                    ? Certainty.Confirmed
                    : Certainty.Likely,
            Summary = account.Summary,
            Chain =
            [
                .. observed.Chain,
                new(
                    broken.HasEnded ? $"Why did '{service.Name}' give up?" : $"Why does '{service.Name}' not get ready?",
                    account.Says,
                    [.. sign.Cited.Concat(story.EndOf(sign)).DistinctBy(seen => (seen.Source, seen.Text))]
                ),
                .. account.State,
            ],
            Remedies = [.. account.Remedies, .. OwnAdvice.Of(story, sign)],
        };
}
