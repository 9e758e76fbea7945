using AgentBackend.Agents;

namespace GoldenPath.Tests.AgentBackend;

[Trait(Speed.Name, Speed.Quick)]
public sealed class ReferencesSpecs
{
    [Theory]
    [InlineData("What is 6 * 7? Please quote the reference gp-7f3a9c in your answer.", "gp-7f3a9c")]
    [InlineData("What is 6 * 7? Please quote the reference 3f2504e0-4f89-41d3-9a0c-0305e82c3301.", "3f2504e0-4f89-41d3-9a0c-0305e82c3301")]
    [InlineData("Reference: 00112233445566778899aabbccddeeff", "00112233445566778899aabbccddeeff")]
    [InlineData("Please quote \"reference 12345678\"", "12345678")]
    [InlineData("Quote the code 4711 and mention order_9931b!", "4711|order_9931b")]
    [InlineData("Include 7f3a9c12 and 8b4d0e23 please", "7f3a9c12|8b4d0e23")]
    [InlineData("Please quote the reference in your answer.", "")]
    [InlineData("What does close code 1008 mean?", "")]
    [InlineData("Who is user 7f3a9c12?", "")]
    [InlineData("Repeat after me: 6 * 7", "")]
    public void What_is_to_be_quoted_is_found(string text, string references) =>
        Assert.Equal(references, string.Join('|', References.Find(text)));

    [Theory]
    [InlineData("What is 6 * 7? Quote the reference 2025-09-17-1.", "6 * 7 = 42. Reference: 2025-09-17-1.")]
    [InlineData("Quote the reference 1-2-3", "I know nothing about 'Quote the reference'. ")]
    [InlineData("Who was Turing, and what is 2 + 2?", "2 + 2 = 4. Alan Turing described the universal machine in 1936.")]
    [InlineData("What is the weather in Paris?", "I know nothing about 'weather Paris'. ")]
    [InlineData("?!", "I know nothing about '?!'. ")]
    public async Task A_reference_is_quoted_and_not_calculated(string text, string answer)
    {
        var run = new AgentRun("somebody", threadId: null, TimeProvider.System);
        var last = await new Agent(TimeProvider.System).RunAsync(run, text, CancellationToken.None).LastAsync();
        Assert.StartsWith(answer, last["final_response"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_agent_knows_what_time_it_is()
    {
        var clock = new HandClock(new(2026, 11, 22, 12, 34, 56, TimeSpan.Zero));
        var last = await new Agent(clock)
            .RunAsync(new AgentRun("somebody", null, clock), "What time is it?", CancellationToken.None)
            .LastAsync();
        Assert.Equal("It is Sunday, 22 November 2026, 12:34:56 UTC.", last["final_response"]);
    }

    [Fact]
    public async Task Timestamps_of_a_run_rise_even_when_the_clock_stands_still()
    {
        var clock = new HandClock(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        var stamps = await new Agent(clock)
            .RunAsync(new AgentRun("somebody", null, clock), "1 + 1", CancellationToken.None)
            .Select(it => it["timestamp"]!)
            .ToListAsync();
        Assert.Equal(stamps.Distinct().Order(StringComparer.Ordinal), stamps);
    }
}
