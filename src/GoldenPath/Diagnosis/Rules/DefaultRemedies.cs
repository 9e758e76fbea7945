using GoldenPath.Diagnosis.Explanations;
using GoldenPath.Diagnosis.Facts;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>What to do about a cause where neither the failed stage nor a rule knows better.</summary>
internal static class DefaultRemedies
{
    private static readonly Dictionary<string, string> Advice = new()
    {
        [Causes.LoginFailed] = "Check the address and the account of login: in {file}; the answer of the service is quoted above.",
        [Causes.TokenRejected] =
            "Let the WebSocket endpoint accept what the login hands out: same key, issuer and audience; and check how connect: in {file} carries it.",
        [Causes.TokenNotChecked] = "Let the WebSocket endpoint refuse a token that the login did not hand out.",
        [Causes.WebSocketNotFound] = "Check the path of connect: in {file} against the routes of the service.",
        [Causes.WebSocketRejected] = "Find out why the service refuses the upgrade: its answer is quoted above.",
        [Causes.WebSocketProxyWithoutUpgrade] = "Let whatever stands before the service pass the Upgrade and Connection headers on.",
        [Causes.WebSocketSubprotocol] =
            "Let the service choose one of the subprotocols that it is offered, and check token: of connect: in {file}.",
        [Causes.EventsNone] =
            "Find out why the agent did not begin its run after the message: the message is the last frame that was sent.",
        [Causes.EventsMissing] = "Find out why the agent left the event out: what came instead is in the frames.",
        [Causes.EventsOutOfOrder] = "Let the agent send its events in the order in which things happen, over one connection and one queue.",
        [Causes.EventsUnbalancedTool] = "Let every tool call tell its beginning and its end, also when it fails.",
        [Causes.EventsAfterEnd] = "Let nothing be sent for a run after its end: await what still runs before ending it.",
        [Causes.EventsStalled] = "Find out what the agent waited for after its last event.",
        [Causes.EventsTooLate] = "Find out what took the time before the event, or give it more in within: of {file}.",
        [Causes.EventsMalformed] = "Let the service send valid JSON, one object in each frame.",
        [Causes.EventsCannedAnswer] = "Let the answer come from the agent: it does not hold what was asked for.",
        [Causes.EventsLeaked] = "Route events by connection: one user's run reached another one. Treat it as a security incident.",
        [Causes.ConnectionDropped] = "Find out who ended the connection: the service, or something between that has a time limit.",
        [Causes.AgentError] = "Find out why the agent failed: its own words are quoted above.",
        [Causes.HttpNoAnswer] = "Find out what the service is doing while it stays silent.",
        [Causes.TestsFailed] = "Read the failing test and what it expected.",
        [Causes.TestsTimedOut] = "Find out what the test command waited for, or give it more time with timeout: in {file}.",
        [Causes.TestsNoneRan] = "Let the test command run at least one test and write its results where results: in {file} says.",
        [Causes.DiskFull] = "Make room on the disk.",
    };

    /// <summary>The remedies of a diagnosis, completed.</summary>
    public static IReadOnlyList<Remedy> Complete(Case broken, string runFolder, DiagnosisResult said)
    {
        var remedies = said.Remedies.ToList();
        if (Advice.TryGetValue(said.Cause.Name, out var advice) && (remedies.Count == 0 || broken.IsAfterReadiness))
        {
            remedies.Insert(0, new(advice.Replace("{file}", broken.File.Configuration, StringComparison.Ordinal)));
        }

        if (
            broken.IsAfterReadiness
            && broken.Failure.Evidence.Any(evidence => evidence.Source.StartsWith("frames.jsonl", StringComparison.Ordinal))
        )
        {
            remedies.Add(new("Read the frames of the session.", $"less '{Path.Combine(runFolder, "frames.jsonl")}'"));
        }

        if (!remedies.Exists(remedy => remedy.Command?.Contains("logs/", StringComparison.Ordinal) == true) && Log(broken) is { } log)
        {
            remedies.Add(new("Read what the service said meanwhile.", $"tail -n 100 '{Path.Combine(runFolder, log)}'"));
        }

        return remedies.Count > 0
            ? remedies
            : [new("Look at everything that was captured.", $"ls '{Path.Combine(runFolder, "evidence")}'")];
    }

    private static string? Log(Case broken) =>
        (broken.Service ?? broken.File.Services.FirstOrDefault(service => service.State != ServiceState.NotStarted))?.Log;
}
