using GoldenPath.Diagnosis.Explanations;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Services;

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
        [Causes.WebSocketRejected] =
            "Send what the service demands of a handshake: an Origin that it knows (connect: { headers: { Origin: … } } in {file}), the path of its route, a cookie, header or token of a login; where a proxy answered with 502 or 504, start what is behind it, or give that more time there.",
        [Causes.WebSocketProxyWithoutUpgrade] = "Let whatever stands before the service pass the Upgrade and Connection headers on.",
        [Causes.WebSocketProtocolError] =
            "Let a library that keeps RFC 6455 speak for the service (Sec-WebSocket-Accept, masks, opcodes), and let a proxy before it pass the handshake on as it is.",
        [Causes.WebSocketSubprotocol] =
            "Let the service choose one of the subprotocols that it is offered, and check token: of connect: in {file}.",
        [Causes.EventsNone] =
            "Let the agent begin its run when the message comes, which is the last frame that was sent: see that the route handles its type, and that no worker or queue in between is stopped.",
        [Causes.EventsMissing] =
            "Let the agent send the event that is missing, or take it out of expect: in {file} where it need not come: what came instead is in the frames.",
        [Causes.EventsOutOfOrder] = "Let the agent send its events in the order in which things happen, over one connection and one queue.",
        [Causes.EventsUnbalancedTool] = "Let every tool call tell its beginning and its end, also when it fails.",
        [Causes.EventsAfterEnd] = "Let nothing be sent for a run after its end: await what still runs before ending it.",
        [Causes.EventsStalled] =
            "Let the agent end, or tell of an error, where what it waits for after its last event does not come (a model, a tool, a worker); or give it more with silence: in {file}.",
        [Causes.EventsTooLate] = "Give the event more time in within: of {file}, or make faster what comes before it.",
        [Causes.EventsMalformed] = "Let the service send valid JSON, one object in each frame.",
        [Causes.EventsCannedAnswer] = "Let the answer come from the agent: it does not hold what was asked for.",
        [Causes.EventsLeaked] = "Route events by connection: one user's run reached another one. Treat it as a security incident.",
        [Causes.ConnectionDropped] =
            "Mend what the service says of the moment at which the connection ended, or raise the time limit of a proxy in between.",
        [Causes.AgentError] =
            "Mend what the agent names as its failure, quoted above: its provider, quota, tool or input; where the provider is overloaded, wait and try again.",
        [Causes.HttpNotHttp] =
            "Let ready: in {file} ask in what the service speaks: log: where it speaks no HTTP, or correct its port: where it was to speak it.",
        [Causes.HttpNoAnswer] = "Let the service answer at once what it is asked for readiness: no work, lock or call to others before it.",
        [Causes.TestsFailed] = "Mend what the failing test shows, or the test where it expects too much.",
        [Causes.TestsTimedOut] = "Find out what the test command waited for, or give it more time with timeout: in {file}.",
        [Causes.TestsNoneRan] = "Let the test command run at least one test and write its results where results: in {file} says.",
        [Causes.DiskFull] = "Make room on the disk.",
    };

    /// <summary>The remedies of a diagnosis, completed.</summary>
    public static IReadOnlyList<Remedy> Complete(Case broken, string runFolder, DiagnosisResult said)
    {
        var remedies = said.Remedies.ToList();
        if (Advice.TryGetValue(said.Cause.Name, out var advice) && (remedies.TrueForAll(IsLook) || broken.IsAfterReadiness))
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

        if (
            !remedies.Exists(remedy => remedy.Command?.Replace('\\', '/').Contains("logs/", StringComparison.Ordinal) == true)
            && Log(broken) is { } log
        )
        {
            remedies.Add(new("Read what the service said meanwhile.", FileCommands.ReadEnd(Path.Combine(runFolder, log))));
        }

        return remedies.Count > 0
            ? remedies
            : [new("Look at everything that was captured.", $"ls '{Path.Combine(runFolder, "evidence")}'")];
    }

    private static bool IsLook(Remedy remedy) =>
        remedy.Text.StartsWith("Read ", StringComparison.Ordinal)
        || remedy.Text.StartsWith("See ", StringComparison.Ordinal)
        || remedy.Text.StartsWith("Ask ", StringComparison.Ordinal);

    private static string? Log(Case broken) =>
        (broken.Service ?? broken.File.Services.FirstOrDefault(service => service.State != ServiceState.NotStarted))?.Log;
}
