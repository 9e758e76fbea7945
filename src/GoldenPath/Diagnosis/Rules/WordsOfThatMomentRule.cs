using System.Text.RegularExpressions;
using GoldenPath.Diagnosis.Explanations;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>A service that had been ready failed in what a test asked of it, and its log says why at that moment.</summary>
/// <remarks>The cause stays what the test saw, with the service's words behind it; only where the service failed by itself, and its words are of
/// what it depends on or of the machine, is that likely the cause.</remarks>
internal sealed partial class WordsOfThatMomentRule : IRule
{
    private static readonly string[] OfTheService =
    [
        Causes.LoginFailed,
        Causes.HttpUnhealthy,
        Causes.AgentError,
        Causes.ConnectionDropped,
        Causes.EventsStalled,
        Causes.EventsNone,
        Causes.EventsMissing,
        Causes.TokenRejected,
        Causes.WebSocketRejected,
        Causes.WebSocketProxyWithoutUpgrade,
        Causes.HttpNoAnswer,
        Causes.TestsFailed,
    ];

    private static readonly SignKind[] Around =
    [
        SignKind.Refused,
        SignKind.UnknownHost,
        SignKind.NoAnswer,
        SignKind.LoginRefused,
        SignKind.NotPrepared,
        SignKind.Exhausted,
        SignKind.Certificate,
        SignKind.DiskFull,
        SignKind.OutOfMemory,
        SignKind.FileDescriptors,
    ];

    public DiagnosisResult? Examine(Case broken, DiagnosisResult observed)
    {
        if (!broken.IsAfterReadiness || broken.Service is not null || !OfTheService.Contains(observed.Cause.Name))
        {
            return null;
        }

        foreach (var service in broken.File.Services.Where(service => service.Log is not null))
        {
            var story = broken.StoryOf(service.Log!);
            if (
                story.Ranked.FirstOrDefault(sign => sign.Gravity >= Gravity.Error && !story.IsGotOver(sign)) is { } sign
                && IsGrave(sign, observed.Cause.Name)
            )
            {
                return Told(broken, service, sign, observed);
            }
        }

        return null;
    }

    // What stalls or leaves something out may do so by design; a line that is merely an error is then by the way.
    private static bool IsGrave(Sign sign, string cause) =>
        cause is not (Causes.EventsMissing or Causes.EventsNone or Causes.EventsStalled or Causes.TestsFailed)
        || sign.Gravity >= Gravity.Typed && sign.Entry.Lines.Count > 1;

    private static DiagnosisResult Told(Case broken, ServiceFact service, Sign sign, DiagnosisResult observed)
    {
        var cited = observed with
        {
            Chain = [.. observed.Chain, new($"What did '{service.Name}' say at that moment?", sign.Seen.Text, [sign.Seen])],
        };
        return Around.Contains(sign.Kind) && IsOwnFailure(broken, observed) && LoggedCauseRule.Account(broken, service, sign) is { } account
            ? cited with
            {
                Cause = account.Cause,
                Certainty = Certainty.Likely,
                Summary = $"{account.Summary} So {char.ToLowerInvariant(observed.Summary[0])}{observed.Summary[1..]}",
                Remedies = account.Remedies,
            }
            : cited;
    }

    // A status of 5xx, an abnormal close, an error that the agent tells: the service could not, rather than would not.
    private static bool IsOwnFailure(Case broken, DiagnosisResult observed) =>
        observed.Cause.Name is Causes.AgentError or Causes.EventsStalled or Causes.EventsNone or Causes.HttpNoAnswer
        || Failed().IsMatch(broken.Failure.Summary);

    [GeneratedRegex(
        @"\b5\d\d\b|\b1011\b|\b1006\b|InternalServerError|timed? ?out|silent",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Failed();
}
