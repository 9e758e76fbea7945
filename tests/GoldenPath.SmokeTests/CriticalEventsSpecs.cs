using System.Text.Json.Nodes;

namespace GoldenPath.SmokeTests;

/// <summary>What a user sees of an answer that is being made.</summary>
public sealed class CriticalEventsSpecs
{
    private static readonly string[] _critical = ["agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed"];

    [Fact(Timeout = 30_000)]
    public async Task A_question_is_answered_with_the_five_critical_events_in_order()
    {
        await using var connection = await Service.EnterAsync(Service.Ada);
        await connection.AskAsync("What is 6 * 7?");
        await connection.WaitForAsync("agent_completed");

        var events = (await connection.SettleAsync()).Where(frame => _critical.Contains(frame.Type)).ToList();
        Assert.Equal(_critical, events.Select(frame => frame.Type));
        Assert.Single(events.Select(frame => frame["run_id"]).Distinct());
        Assert.All(events, frame => Assert.NotEmpty(frame["timestamp"]));
        Assert.Equal(events[2]["execution_id"], events[3]["execution_id"]);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("What is 6 * 7?", "42")]
    [InlineData("How much is (1 + 2) ^ 3 - 1, please?", "26")]
    [InlineData("Who was Grace Hopper?", "nanoseconds")]
    [InlineData("What does close code 1008 mean?", "policy violation")]
    public async Task The_answer_is_right(string question, string expected)
    {
        await using var connection = await Service.EnterAsync(Service.Ada);
        await connection.AskAsync(question);
        Assert.Contains(expected, (await connection.WaitForAsync("agent_completed"))["final_response"], StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task The_answer_is_about_this_question()
    {
        var reference = $"ref-{Guid.NewGuid():N}";
        await using var connection = await Service.EnterAsync(Service.Ada);
        await connection.AskAsync($"What is 9 - 4? Please quote the reference {reference}.");
        Assert.Contains(reference, (await connection.WaitForAsync("agent_thinking"))["reasoning"], StringComparison.Ordinal);
        var answer = (await connection.WaitForAsync("agent_completed"))["final_response"];
        Assert.Contains(reference, answer, StringComparison.Ordinal);
        Assert.Contains("9 - 4 = 5", answer, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_question_without_an_answer_gets_an_honest_one()
    {
        await using var connection = await Service.EnterAsync(Service.Ada);
        await connection.AskAsync("What is 1 / 0?");
        Assert.Equal("false", (await connection.WaitForAsync("tool_completed"))["success"]);
        Assert.Contains("division by zero", (await connection.WaitForAsync("agent_completed"))["final_response"], StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task An_agent_can_be_started_with_a_request_in_the_payload()
    {
        await using var connection = await Service.EnterAsync(Service.Grace);
        await connection.SendAsync(
            new JsonObject
            {
                ["type"] = "start_agent",
                ["payload"] = new JsonObject { ["user_request"] = "What is 2 + 2?", ["thread_id"] = "thread-of-mine" },
            }
        );
        var completed = await connection.WaitForAsync("agent_completed");
        Assert.Equal("thread-of-mine", completed["thread_id"]);
        Assert.Contains("2 + 2 = 4", completed["final_response"], StringComparison.Ordinal);
    }
}
