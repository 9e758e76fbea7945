using System.Text.RegularExpressions;
using GoldenPath.Diagnosis.Explanations;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>Where what a stage observed is true, and yet may come of something else: then it is no more than likely.</summary>
internal static partial class Doubts
{
    private const int Kill = 9;
    private const int KillCode = 137;

    // What a service does or leaves undone when something that it needs fails it.
    private static readonly string[] OfService =
    [
        Causes.PortNotListening,
        Causes.PortWrongPort,
        Causes.HttpUnhealthy,
        Causes.HttpNoAnswer,
        Causes.LoginFailed,
        Causes.TokenRejected,
        Causes.ConnectionDropped,
        Causes.AgentError,
        Causes.EventsNone,
        Causes.EventsStalled,
    ];

    /// <summary>Whether something speaks for another cause behind the observed one.</summary>
    public static bool Are(Case broken) =>
        broken.Failure.Cause.Name switch
        {
            Causes.WebSocketRejected => true, // Whoever refuses does not say which of origin, path, header or token it was.
            Causes.TestsFailed => broken.Failure.Test is null && NoResults().IsMatch(broken.Failure.Summary),
            Causes.ProcessKilled => broken.Service is { Signal: null } || IsUnseenKill(broken),
            Causes.EventsMalformed => EitherOr().IsMatch(broken.Failure.Summary),
            Causes.HttpUnhealthy or Causes.LoginFailed or Causes.AgentError when SpeaksOfAnother(broken.Failure.Summary) => true,
            var cause => OfService.Contains(cause) && broken.File.Services.Any(service => TellsOfTrouble(broken, service)),
        };

    // Where the kernel does not tell whom it ended for want of memory, somebody else's signal 9 cannot be told from its own.
    private static bool IsUnseenKill(Case broken) =>
        broken.Service is { Signal: Kill } or { Code: KillCode } && broken.File.Memory is null or { Kills: null, KillsOnMachine: null };

    // Its own answer names what it lacks.
    private static bool SpeaksOfAnother(string summary) => Vocabulary.Of(summary) is { Kind: not (SignKind.Error or SignKind.Recovery) };

    private static bool TellsOfTrouble(Case broken, ServiceFact service) =>
        service.Log is { } log
        && broken.StoryOf(log) is var story
        && story.Ranked.Any(sign => sign.Gravity >= Gravity.Error && !story.IsGotOver(sign));

    // A frame that the client gave up on: of the protocol or of its text, it does not say which.
    [GeneratedRegex("breaks the WebSocket protocol, or", RegexOptions.CultureInvariant)]
    private static partial Regex EitherOr();

    [GeneratedRegex("wrote no results|says that it broke", RegexOptions.CultureInvariant)]
    private static partial Regex NoResults();
}
