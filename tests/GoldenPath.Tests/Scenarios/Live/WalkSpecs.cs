using GoldenPath.Diagnosis;

namespace GoldenPath.Tests.Scenarios.Live;

public sealed class WalkSpecs : IDisposable
{
    private readonly Walks _walks = new();

    public void Dispose() => _walks.Dispose();

    [Spec]
    public async Task A_healthy_run_passes_and_its_timeline_is_told()
    {
        await using var server = await AgentServer.StartAsync(session => session.ServeAsync());

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.True(result.Passed, result.Failure?.Summary);
        Assert.Equal(["agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed"], result.Sessions[0].Events.Keys);
        Assert.Contains("sent → ", result.Details[0], StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_canned_answer_is_no_answer()
    {
        await using var server = await AgentServer.StartAsync(session => session.ServeAsync(() => session.RunAsync("42, of course")));

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.Equal(Causes.EventsCannedAnswer, result.Failure?.Cause);
        Assert.Contains("42, of course", result.Failure!.Summary, StringComparison.Ordinal);
        Assert.Contains("final_response", Assert.Single(result.Failure.Evidence).Text, StringComparison.Ordinal);
    }
}
