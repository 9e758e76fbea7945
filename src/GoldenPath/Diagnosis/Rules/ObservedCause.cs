using GoldenPath.Diagnosis.Explanations;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>The diagnosis that the failed stage's own observation gives, with the captured facts that bear it out.</summary>
internal static partial class ObservedCause
{
    private const int MostFacts = 8;

    public static DiagnosisResult Of(Case broken) =>
        new()
        {
            Cause = broken.Failure.Cause,
            Certainty =
                broken.Failure.Cause == Causes.Unknown ? Certainty.Inconclusive
                : Doubts.Are(broken) ? Certainty.Likely
                : Certainty.Confirmed,
            Summary = broken.Failure.Summary,
            Chain = [First(broken), .. Answers(broken), .. Behind(broken)],
            Remedies = broken.Failure.Remedies,
        };

    /// <summary>The same, with the error that the service's log ends with: where no rule found more behind it. An end whose reason is of no
    /// known kind is likely at most; where no line explains it, it is said that this is not known.</summary>
    public static DiagnosisResult WithLastError(Case broken, DiagnosisResult observed)
    {
        if (!broken.HasEnded && !broken.IsAfterReadiness && broken is { Service: { } alive, Story: { } words })
        {
            return words.Ranked.FirstOrDefault(sign => sign.Gravity >= Gravity.Warning && !words.IsGotOver(sign)) is { } said
                ? observed with
                {
                    Chain = [.. observed.Chain, new($"What does '{alive.Name}' say?", said.Seen.Text, said.Cited)],
                    Remedies = [.. OwnAdvice.Of(words, said), .. observed.Remedies],
                }
                : observed;
        }

        if (
            !broken.HasEnded
            || broken.Service is not { } service
            || observed.Cause.Name is not (Causes.ProcessExited or Causes.DockerContainerExited or Causes.DockerCrashLoop)
        )
        {
            return observed;
        }

        if (broken.Story?.Error is { } error)
        {
            return observed with
            {
                Certainty = IsCrash(service) ? observed.Certainty : Certainty.Likely,
                Chain = [.. observed.Chain, new($"Why did '{service.Name}' end?", $"Its last error: {Cited(error)}", Lines(error))],
                Remedies = [.. Mend(broken, error), .. observed.Remedies],
            };
        }

        var last = service.Log is { } log ? broken.Story?.LastWords(log) ?? [] : [];
        return observed with
        {
            Certainty = IsCrash(service) ? observed.Certainty : Certainty.Likely,
            Chain =
            [
                .. observed.Chain,
                new(
                    $"Why did '{service.Name}' end?",
                    last.Count == 0
                        ? "That is not known: it logged nothing."
                        : $"That is not known: no line of its log says so. The last: {last[^1].Text}",
                    last.Count == 0 ? [service.Seen] : last
                ),
            ],
        };
    }

    // The place in its own source where it failed, and what its log advises.
    private static IEnumerable<Remedy> Mend(Case broken, Sign error)
    {
        if ((NamedPlaces.OfSource(error.Entry) ?? NamedPlaces.Of(error.Line.Text)) is { } place)
        {
            yield return Editing.At(place.File, place.Line, error);
        }
        else
        {
            yield return new($"Mend what its last error names: {Cited(error)}");
        }

        foreach (var advice in OwnAdvice.Of(broken.Story!, error))
        {
            yield return advice;
        }
    }

    // A crash of the machine code is the cause itself: SEGV, BUS, ILL, FPE. ABRT is how runtimes end of an error of their own.
    private static bool IsCrash(ServiceFact service) => service is { Signal: 4 or 7 or 8 or 11 } or { Code: 132 or 135 or 136 or 139 };

    // With the place in the source that some errors tell on the line before or after.
    private static IReadOnlyList<Evidence> Lines(Sign error) =>
        [
            .. error.Cited,
            .. error
                .Entry.Lines.Where(line => line.Number != error.Line.Number && Place().IsMatch(line.Text))
                .TakeLast(1)
                .Select(line => new Evidence($"{error.Source}:{line.Number}", line.Text.Trim())),
        ];

    private static string Cited(Sign error) =>
        error.Seen.Text is [.., ':']
        && error.Entry.Lines.Index().FirstOrDefault(one => one.Item == error.Line).Index is var at
        && at + 1 < error.Entry.Lines.Count
            ? $"{error.Seen.Text} {error.Entry.Lines[at + 1].Text.Trim()}"
            : error.Seen.Text;

    [System.Text.RegularExpressions.GeneratedRegex(
        @"^\s*File ""[^""]+"", line \d+|\.\w{1,5}:\d+",
        System.Text.RegularExpressions.RegexOptions.CultureInvariant
    )]
    private static partial System.Text.RegularExpressions.Regex Place();

    private static Why First(Case broken) =>
        new(
            "Why did the run fail?",
            broken.Failure.Summary.Split('\n')[0],
            [broken.File.Observation.Seen, .. broken.IsAfterReadiness ? broken.Failure.Evidence.Where(IsOfTest).Take(5) : []]
        );

    // What was asked, and what came: the timeline of the wait.
    private static IEnumerable<Why> Answers(Case broken)
    {
        if (!broken.IsAfterReadiness && broken.Failure.Evidence.FirstOrDefault(IsOfWait) is { } timeline)
        {
            yield return new($"Why was '{broken.Failure.Service}' not ready?", timeline.Text, [timeline]);
        }
    }

    private static IEnumerable<Why> Behind(Case broken) =>
        broken.Failure.Cause.Name switch
        {
            Causes.ProcessExited or Causes.ProcessKilled => Ended(broken),
            Causes.ServiceNotStarted when broken.Service is { IsExternal: true } service => NotStarted(broken, service),
            Causes.PortInUse or Causes.PortNotOurs => Held(broken),
            Causes.PortNotListening or Causes.PortWrongPort or Causes.PortWrongInterface or Causes.PortAddressFamily => Listening(broken),
            _ => Captured(broken),
        };

    private static IEnumerable<Why> Ended(Case broken)
    {
        if (broken.Service is not { } service)
        {
            yield break;
        }

        yield return new($"Why did '{service.Name}' not answer?", $"It {Case.Told(service.Seen)}.", [service.Seen]);
    }

    private static IEnumerable<Why> NotStarted(Case broken, ServiceFact service)
    {
        var port = broken.Port(service.Port);
        if (port is { Listeners.Count: 0 })
        {
            var answers = broken.File.Answers.Where(answer => answer.Port == service.Port).Select(answer => answer.Seen);
            yield return new("Why was the connection refused?", $"No process listens on port {service.Port}.", [port.Seen, .. answers]);
        }

        yield return new(
            $"Why does '{service.Name}' not listen?",
            "It does not run: this run did not start it, and nobody else did.",
            [service.Seen]
        );
        yield return new(
            $"Why did nobody start '{service.Name}'?",
            $"{service.Declared} declares it external: it has to be started by hand, and nothing makes sure that it is.",
            [service.Declaration]
        );
    }

    private static IEnumerable<Why> Held(Case broken)
    {
        var strangers =
            broken.Port(broken.Service?.Port)?.Listeners.Where(listener => listener.Service != broken.Service!.Name).ToList() ?? [];
        if (strangers.Count > 0)
        {
            yield return new(
                $"Why is port {broken.Service!.Port} taken?",
                $"{Case.Told(strangers[0].Seen)}.",
                [.. strangers.Select(listener => listener.Seen)]
            );
        }
    }

    private static IEnumerable<Why> Listening(Case broken)
    {
        if (broken.Service is not { } service)
        {
            yield break;
        }

        var own = broken
            .File.Ports.SelectMany(port => port.Listeners)
            .Where(listener => listener.Service == service.Name || service.IsExternal)
            .Select(listener => listener.Seen)
            .ToList();
        var port = broken.Port(service.Port);
        if (own.Count > 0)
        {
            yield return new(
                $"Why does '{service.Name}' not answer there?",
                $"It listens elsewhere: {string.Join("; ", own.Select(seen => seen.Text))}.",
                own
            );
        }
        else if (port is { Listeners.Count: 0 })
        {
            yield return new($"Why does '{service.Name}' not answer there?", "It runs, and listens on no port.", [service.Seen, port.Seen]);
        }
    }

    // What a host or a tool captured in files of its own, and the end of the log that a failed start or build left.
    private static IEnumerable<Why> Captured(Case broken)
    {
        var facts = broken.Failure.Evidence.Where(evidence => IsIn(evidence, "evidence/") && !IsOfWait(evidence)).Take(MostFacts).ToList();
        if (facts.Find(fact => !fact.Text.Contains(broken.Failure.Summary, StringComparison.Ordinal)) is { } telling)
        {
            yield return new("Why is that so?", telling.Text, facts);
        }

        if (!broken.IsAfterReadiness && broken.Failure.Evidence.LastOrDefault(IsErrorOfLog) is { } error)
        {
            yield return new("Why did it fail?", $"Its log says: {error.Text}", [error]);
        }
    }

    private static bool IsErrorOfLog(Evidence evidence) =>
        IsIn(evidence, "logs/") && Vocabulary.Of(evidence.Text) is { Kind: not SignKind.Recovery };

    private static bool IsOfWait(Evidence evidence) => IsIn(evidence, "evidence/readiness-");

    private static bool IsOfTest(Evidence evidence) => IsIn(evidence, "frames.jsonl") || IsIn(evidence, "logs/tests.");

    private static bool IsIn(Evidence evidence, string place) => evidence.Source.StartsWith(place, StringComparison.Ordinal);
}
