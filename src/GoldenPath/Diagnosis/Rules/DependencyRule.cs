using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Logs;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>The service gave up, or never became ready, because something that it connects to is not there.</summary>
/// <remarks>A service that lives on may do without what it cannot reach (a telemetry collector): then the cause is likely, not confirmed.</remarks>
internal sealed class DependencyRule : IRule
{
    public DiagnosisResult? Examine(Case broken, DiagnosisResult observed)
    {
        if (broken is not { Service: { WasReady: false } service, LastWords: { } log }
            || log.Standing(LogMarkKind.Refused).Concat(log.Standing(LogMarkKind.UnknownHost)).FirstOrDefault(mark => !IsItself(mark, service)) is not { } mark)
        {
            return null;
        }

        var (isKnown, answers) = (mark.Kind == LogMarkKind.Refused, Answers(broken, mark));
        var isGone = answers.Count > 0 && answers.TrueForAll(answer => !answer.Accepted);
        if (!log.IsVerdict(mark) && !(isGone && log.IsLastWord(mark)))
        {
            return null;
        }

        var address = Address(mark);
        return observed with
        {
            Cause = Causes.DependencyUnreachable,
            Certainty = isGone && broken.HasEnded && log.IsVerdict(mark) ? Certainty.Confirmed : Certainty.Likely,
            Summary = $"Service '{service.Name}' cannot reach {address}{(isKnown ? "" : ", a host that is not known")}.",
            Chain =
            [
                .. observed.Chain,
                new($"Why did '{service.Name}' not get ready?", $"Its log says that it could not connect to {address}.", [mark.Seen]),
                .. Asked(answers, address, isGone),
            ],
            Remedies = [.. Remedies(broken, service, mark, address)],
        };
    }

    private static IEnumerable<Why> Asked(List<AnswerFact> answers, string address, bool isGone)
    {
        if (answers.Count > 0)
        {
            yield return new($"Why could it not connect to {address}?", $"{Now(isGone)}: {answers[0].Seen.Text}.", [.. answers.Select(answer => answer.Seen)]);
        }
    }

    private static string Now(bool isGone) => isGone ? "When the run broke nobody answered there" : "When the run broke somebody answered there again, too late";

    private static bool IsItself(LogMark mark, ServiceFact service) => mark.Port is { } port && port == service.Port;

    private static List<AnswerFact> Answers(Case broken, LogMark mark) =>
        [.. broken.Answers(mark.Subject, mark.Kind == LogMarkKind.UnknownHost ? mark.Port ?? 0 : mark.Port)];

    private static string Address(LogMark mark) => (mark.Subject, mark.Port) switch
    {
        (null or "", null) => "something that it needs",
        (null or "", { } port) => $"port {port}",
        ({ } host, null) => host,
        ({ } host, { } port) => $"{host}:{port}",
    };

    private static IEnumerable<Remedy> Remedies(Case broken, ServiceFact service, LogMark mark, string address)
    {
        var other = broken.File.Services.FirstOrDefault(one => one.Port == mark.Port && one != service);
        yield return other is null
            ? new($"Start what '{service.Name}' expects at {address}, or declare it as a service of its own in {broken.File.Configuration} and name it in needs: of '{service.Name}'.")
            : new($"Let '{service.Name}' start after '{other.Name}': needs: [{other.Name}] at {service.Declared}.");
        if (mark.Port is not null)
        {
            yield return new("See who listens there.", $"ss -ltn 'sport = :{mark.Port}'");
        }
        else if (mark.Subject is { } host)
        {
            yield return new("See what the name resolves to.", $"getent hosts {host}");
        }
    }
}
