using GoldenPath.Triage;

namespace GoldenPath.Tests.Triage;

[Trait(Speed.Name, Speed.Quick)]
public sealed class FingerprintSpecs
{
    /// <summary>Texts of one failure, seen on other ports, machines, paths, times, lines and with other ids.</summary>
    public static TheoryData<string, string> Same =>
        new()
        {
            {
                "backend exited with code 139 before it listened on port 8002",
                "backend exited with code 134 before it listened on port 40123"
            },
            { "[Errno 61] Connect call failed ('::1', 8002, 0, 0)", "[Errno 111] Connect call failed ('127.0.0.1', 8005)" },
            { "Connection refused (127.0.0.1:8002)", "Connection refused ([::1]:51234)" },
            { "Connection refused (localhost:8002)", "Connection refused (10.0.0.7:8002)" },
            { "ws://localhost:8002/ws refused", "ws://127.0.0.1:41777/ws refused" },
            { "GET http://127.0.0.1:8002/health gave 503 after 30.2 s", "GET http://127.0.0.1:8102/health gave 503 after 250 ms" },
            { "2026-11-22T10:00:00.123Z agent stalled", "2026-11-23 23:59:59,999 agent stalled" },
            { "10:00:00.123 agent stalled", "9:59:01 agent stalled" },
            { "run 3f2504e0-4f89-11d3-9a0c-0305e82c3301 leaked", "run 6fa459ea-ee8a-4ca4-894e-db77e160355e leaked" },
            { "container 4f2d8a91c0de died", "container 99ab01cd23ef died" },
            { "thread thread_01HV3XAZ9K missing", "thread thread_01HW4YBY8J missing" },
            { "cannot read /home/alice/work/agents/config/app.json", "cannot read /builds/runner/7/agents/config/app.json" },
            { @"cannot read C:\work\agents\app.json", "cannot read /srv/agents/app.json" },
            { "cannot open '/tmp/gp-x7Kq2/socket'", "cannot open '/tmp/gp-m3ZZp/socket'" },
            { "boom in Agent.cs:line 12", "boom in Agent.cs:line 97" },
            { "boom\n   at Acme.Agent.Run() in /a/Agent.cs:line 12", "boom\n   at Acme.Agent.Walk() in /b/Agent.cs:line 99" },
            { "\u001b[31mboom\u001b[0m", "boom" },
            { "boom\r\n", "BOOM" },
            { "retry 1\nretry 2\nretry 3", "retry 1\nretry 2" },
            { "waited 60s for 12 frames (3.5 MB)", "waited 61 s for 7 frames (12 KB)" },
            { "cannot resolve alices-mac.local", "cannot resolve runner-7.internal" },
            { "token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln is stale", "token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI5In0.b3Ro is stale" },
            { "object at 0x7ffee4c0", "object at 0x10ab" },
            { "zero\u200Bwidth boom", "zerowidth boom" },
        };

    /// <summary>Different failures that use similar words.</summary>
    public static TheoryData<string, string> Different =>
        new()
        {
            { "Connection refused (127.0.0.1:8002)", "Connection reset (127.0.0.1:8002)" },
            { "GET /health gave HTTP 503", "GET /health gave HTTP 404" },
            { "closed with 1008", "closed with 1011" },
            { "ws://localhost:8002/ws refused", "ws://localhost:8002/events refused" },
            { "agent_completed is missing", "agent_started is missing" },
            { "tool_executing came after tool_completed", "tool_completed came after tool_executing" },
            { "backend exited before it listened", "database exited before it listened" },
            { "cannot read /etc/app/app.json", "cannot read /etc/app/users.json" },
            { "NullReferenceException in Agent.cs", "NullReferenceException in Tool.cs" },
            { "a timeout of the login", "a timeout of the answer" },
            { "user A saw a frame of user B", "user A saw no frame" },
            { "", "boom" },
        };

    [TableSpec]
    [MemberData(nameof(Same))]
    public Task The_same_failure_elsewhere_has_the_same_fingerprint(string one, string other)
    {
        Assert.Equal(FailureNormaliser.Normalise(one), FailureNormaliser.Normalise(other));
        Assert.Equal(Fingerprint.Of("golden-path", Causes.Unknown, one), Fingerprint.Of("golden-path", Causes.Unknown, other));
        return Task.CompletedTask;
    }

    [TableSpec]
    [MemberData(nameof(Different))]
    public Task Different_failures_with_similar_words_have_different_fingerprints(string one, string other)
    {
        Assert.NotEqual(Fingerprint.Of("golden-path", Causes.Unknown, one), Fingerprint.Of("golden-path", Causes.Unknown, other));
        return Task.CompletedTask;
    }

    [Spec]
    public Task Scenario_and_cause_are_part_of_it()
    {
        var fingerprint = Fingerprint.Of("golden-path", Causes.EventsNone, "boom");
        Assert.NotEqual(fingerprint, Fingerprint.Of("other-path", Causes.EventsNone, "boom"));
        Assert.NotEqual(fingerprint, Fingerprint.Of("golden-path", Causes.EventsStalled, "boom"));
        return Task.CompletedTask;
    }

    [Spec]
    public Task Version_1_never_changes()
    {
        Assert.Equal(
            "v1:580cfde6dfcac079",
            Fingerprint.Of("golden-path", Causes.ProcessExited, "backend exited with code 139 on port 8002").Value
        );
        return Task.CompletedTask;
    }

    [Spec]
    public async Task A_hostile_text_is_normalised_in_no_time()
    {
        string[] texts =
        [
            new('a', 1_000_000),
            new('/', 1_000_000),
            string.Concat(Enumerable.Repeat("a1-", 300_000)),
            string.Concat(Enumerable.Repeat("::", 300_000)),
            string.Concat(Enumerable.Repeat("a/b ", 200_000)),
            string.Concat(Enumerable.Repeat("1.", 300_000)),
        ];
        var work = Task.Run(() => texts.Select(FailureNormaliser.Normalise).ToList());
        Assert.Equal(texts.Length, (await work.WaitAsync(TimeSpan.FromSeconds(30))).Count);
    }
}
