namespace GoldenPath.Tests.Scenarios.Walking;

/// <summary>The oracle against a service in another language: nested agents, fragments, opaque tokens, refusals before the upgrade.</summary>
public sealed class ForeignBackendSpecs : IDisposable
{
    private readonly Walks _walks = new();

    public void Dispose() => _walks.Dispose();

    [NodeTableSpec]
    [InlineData("", null, null)]
    [InlineData("no-end", Causes.EventsStalled, "silence")]
    [InlineData("no-tool-completed", Causes.EventsUnbalancedTool, "tools-balanced")]
    [InlineData("after-end", Causes.EventsAfterEnd, "nothing-after-end")]
    [InlineData("canned-answer", Causes.EventsCannedAnswer, "answer")]
    [InlineData("invalid-utf8", Causes.EventsMalformed, "frames")]
    [InlineData("leaked-answer", Causes.EventsLeaked, "isolated")]
    [InlineData("dropped", Causes.ConnectionDropped, "one-end")]
    [InlineData("closed-4000", Causes.ConnectionDropped, "one-end")]
    [InlineData("stranger", Causes.TokenNotChecked, "deny-bad-token")]
    public async Task A_service_in_another_language_is_judged_the_same(string misbehaviour, string? cause, string? rule)
    {
        await using var service = await ForeignBackend.StartAsync(misbehaviour);
        var scenario = LiveScenario.Foreign(service);
        var patience = misbehaviour == "no-end" ? TimeSpan.FromSeconds(1) : scenario.Expect.Silence;
        var result = await _walks.WalkAsync(scenario with { Expect = scenario.Expect with { Silence = patience } });
        Assert.Equal((cause, rule), LiveScenario.Found(result));
    }
}
