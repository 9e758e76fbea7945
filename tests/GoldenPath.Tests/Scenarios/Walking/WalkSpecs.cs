using System.Text.Json.Nodes;
using GoldenPath.Configuration;

namespace GoldenPath.Tests.Scenarios.Walking;

public sealed class WalkSpecs : IDisposable
{
    private static readonly string[] Kinds = ["begin", "thought", "end"];

    private readonly Walks _walks = new();

    public void Dispose() => _walks.Dispose();

    [Spec]
    public async Task A_healthy_run_passes_and_its_timeline_is_told()
    {
        await using var server = await AgentServer.StartAsync(session => session.ServeAsync());

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.True(result.Passed, result.Failure?.Summary);
        Assert.Equal(
            ["agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed"],
            result.Sessions[0].Events.Keys
        );
        Assert.Matches("^0.00 s sent → .* agent_started → .* agent_completed$", result.Details[0]);
    }

    [Spec]
    public async Task A_passed_run_does_not_wait_for_the_longest_silence()
    {
        await using var server = await AgentServer.StartAsync(session => session.ServeAsync());
        var scenario = Walks.Scenario(server.Url);

        var result = await _walks.WalkAsync(
            scenario with
            {
                Expect = scenario.Expect with
                {
                    Silence = TimeSpan.FromMinutes(10),
                    Within = new Dictionary<string, TimeSpan> { ["agent_completed"] = TimeSpan.FromMinutes(9) },
                },
            }
        );

        Assert.True(result.Passed, result.Failure?.Summary);
    }

    [Spec]
    public async Task A_canned_answer_is_no_answer_and_the_frame_that_shows_it_is_cited()
    {
        await using var server = await AgentServer.StartAsync(session => session.ServeAsync(() => session.RunAsync("42, of course")));

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.Equal(Causes.EventsCannedAnswer, result.Failure?.Cause);
        Assert.Equal(Verdict.Product, Verdicts.Of(Stages.SmokeTests, result.Failure!));
        Assert.Contains("42, of course", result.Failure!.Summary, StringComparison.Ordinal);
        var evidence = Assert.Single(result.Failure.Evidence);
        var line = int.Parse(evidence.Source.Split(':')[1], provider: null);
        Assert.Contains("agent_completed", (string)_walks.Frames[line - 1]["text"]!, StringComparison.Ordinal);
        Assert.Equal(line, (int)_walks.Frames[line - 1]["n"]!);
    }

    [Spec]
    public async Task What_comes_after_the_end_is_seen()
    {
        await using var server = await AgentServer.StartAsync(session =>
            session.ServeAsync(async () =>
            {
                await session.RunAsync();
                await session.EventAsync("agent_thinking", new { agent_name = "supervisor" });
            })
        );

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.Equal(Causes.EventsAfterEnd, result.Failure?.Cause);
    }

    [Spec]
    public async Task A_stall_ends_the_watch_as_soon_as_the_silence_is_too_long()
    {
        await using var server = await AgentServer.StartAsync(session => session.ServeAsync(() => session.EventAsync("agent_started")));
        var scenario = Walks.Scenario(server.Url);

        var result = await _walks.WalkAsync(scenario with { Expect = scenario.Expect with { Silence = TimeSpan.FromMilliseconds(300) } });

        Assert.Equal(Causes.EventsStalled, result.Failure?.Cause);
        Assert.Equal("agent_started", result.Violations[0].LastEvent);
        Assert.InRange(result.Violations[0].Gap!.Value.TotalSeconds, 0.3, 20);
    }

    [Spec]
    public async Task An_event_shortly_after_its_deadline_is_late_and_not_missing()
    {
        await using var server = await AgentServer.StartAsync(session =>
            session.ServeAsync(async () =>
            {
                await session.EventAsync("agent_started");
                await Task.Delay(TimeSpan.FromMilliseconds(400), TimeProvider.System);
                await session.EventAsync("agent_thinking");
            })
        );
        var scenario = Walks.Scenario(server.Url);

        var result = await _walks.WalkAsync(
            scenario with
            {
                Expect = scenario.Expect with
                {
                    Within = new Dictionary<string, TimeSpan> { ["agent_thinking"] = TimeSpan.FromMilliseconds(250) },
                },
            }
        );

        Assert.Equal(Causes.EventsTooLate, result.Failure?.Cause);
    }

    [Spec]
    public async Task An_event_that_never_comes_is_missing_when_the_run_has_been_silent_for_too_long()
    {
        await using var server = await AgentServer.StartAsync(session => session.ServeAsync(() => session.EventAsync("agent_started")));
        var scenario = Walks.Scenario(server.Url);

        var result = await _walks.WalkAsync(
            scenario with
            {
                Expect = scenario.Expect with
                {
                    Silence = TimeSpan.FromSeconds(1),
                    Within = new Dictionary<string, TimeSpan> { ["agent_thinking"] = TimeSpan.FromMilliseconds(200) },
                },
            }
        );

        Assert.Equal(Causes.EventsMissing, result.Failure?.Cause);
        Assert.Equal("agent_thinking", result.Violations[0].Event);
    }

    [Spec]
    public async Task A_used_up_budget_is_no_success()
    {
        await using var server = await AgentServer.StartAsync(session => session.ServeAsync(() => session.EventAsync("agent_started")));
        _walks.Settings = _walks.Settings with { Budget = TimeSpan.FromSeconds(3) };

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.Equal(Causes.EventsMissing, result.Failure?.Cause);
        Assert.Contains("budget", result.Failure!.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_cancelled_walk_is_cancelled_and_not_failed()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = await AgentServer.StartAsync(session =>
            session.ServeAsync(async () =>
            {
                await session.EventAsync("agent_started");
                await cancel.CancelAsync();
            })
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _walks.WalkAsync(Walks.Scenario(server.Url), cancel.Token));
    }

    [Spec]
    public async Task A_server_that_starts_by_itself_needs_no_trigger()
    {
        await using var server = await AgentServer.StartAsync(async session =>
        {
            await session.RunAsync("anything");
            await session.StayAsync();
        });

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url) with { Ready = null, Send = null });

        Assert.True(result.Passed, result.Failure?.Summary);
    }

    [Spec]
    public async Task A_declared_envelope_is_understood_on_the_wire()
    {
        await using var server = await AgentServer.StartAsync(session =>
            session.ServeAsync(async () =>
            {
                foreach (var kind in Kinds)
                {
                    await session.SendAsync($$"""{"event":{"kind":"{{kind}}","body":{"answer":"{{session.Nonce}}"} } }""");
                }
            })
        );
        var names = new Dictionary<string, string>
        {
            ["begin"] = "agent_started",
            ["thought"] = "agent_thinking",
            ["end"] = "agent_completed",
        };

        var result = await _walks.WalkAsync(
            Walks.Scenario(server.Url) with
            {
                Envelope = new EnvelopeDefinition("$.event.kind", "$.event.body", names),
                Expect = new ExpectDefinition(),
            }
        );

        Assert.True(result.Passed, result.Failure?.Summary);
    }

    [Spec]
    public async Task Placeholders_of_the_run_are_filled_and_quotes_stay_quotes()
    {
        JsonNode? received = null;
        await using var server = await AgentServer.StartAsync(async session =>
        {
            await session.ReadyAsync();
            received = await session.ReceiveAsync();
            await session.RunAsync();
            await session.StayAsync();
        });
        _walks.Settings = _walks.Settings with { Fill = text => text.Replace("{run}", "a \"quoted\" run", StringComparison.Ordinal) };
        var send = JsonNode.Parse("""{"type":"user_message","nonce":"{nonce}","about":["{run}",7]}""");

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url) with { Send = send });

        Assert.True(result.Passed, result.Failure?.Summary);
        Assert.Equal("""["a \u0022quoted\u0022 run",7]""", received!["about"]!.ToJsonString());
    }
}
