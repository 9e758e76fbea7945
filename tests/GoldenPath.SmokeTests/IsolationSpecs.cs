using System.Text.Json.Nodes;

namespace GoldenPath.SmokeTests;

/// <summary>What is said to one user is heard by no other.</summary>
public sealed class IsolationSpecs
{
    [Fact(Timeout = 30_000)]
    public async Task Two_users_never_see_each_others_frames()
    {
        await using var ada = await Service.EnterAsync(Service.Ada);
        await using var grace = await Service.EnterAsync(Service.Grace);
        var (hers, theirs) = ($"ada-{Guid.NewGuid():N}", $"grace-{Guid.NewGuid():N}");

        await Task.WhenAll(AskAsync(ada, hers), AskAsync(grace, theirs));

        Separate(await ada.SettleAsync(), await grace.SettleAsync());
        Assert.DoesNotContain(ada.Frames, frame => frame.ToString().Contains(theirs, StringComparison.Ordinal));
        Assert.DoesNotContain(grace.Frames, frame => frame.ToString().Contains(hers, StringComparison.Ordinal));
    }

    [Fact(Timeout = 30_000)]
    public async Task Two_conversations_of_one_user_stay_apart()
    {
        await using var connection = await Service.EnterAsync(Service.Ada);
        await SayAsync(connection, "thread-one", "What is 10 + 1?");
        await SayAsync(connection, "thread-two", "What is 20 + 2?");
        await connection.WaitForAsync("agent_completed");
        await connection.WaitForAsync("agent_completed");

        var answers = connection.Frames.Where(frame => frame.Type == "agent_completed").ToDictionary(frame => frame["thread_id"]);
        Assert.Contains("11", answers["thread-one"]["final_response"], StringComparison.Ordinal);
        Assert.Contains("22", answers["thread-two"]["final_response"], StringComparison.Ordinal);
        Assert.NotEqual(answers["thread-one"]["run_id"], answers["thread-two"]["run_id"]);
    }

    private static async Task AskAsync(AgentConnection connection, string reference)
    {
        for (var round = 0; round < 5; round++)
        {
            await connection.AskAsync($"What is {round} + 1? Please quote the reference {reference}.");
            Assert.Contains(reference, (await connection.WaitForAsync("agent_completed"))["final_response"], StringComparison.Ordinal);
        }
    }

    private static Task SayAsync(AgentConnection connection, string thread, string text) =>
        connection.SendAsync(
            new JsonObject
            {
                ["type"] = "user_message",
                ["content"] = text,
                ["thread_id"] = thread,
            }
        );

    private static void Separate(IReadOnlyList<Frame> one, IReadOnlyList<Frame> other)
    {
        foreach (var field in new[] { "run_id", "thread_id", "user_id", "connection_id" })
        {
            Assert.Empty(Values(one, field).Intersect(Values(other, field)));
        }
    }

    private static IEnumerable<string> Values(IEnumerable<Frame> frames, string field) =>
        frames.Select(frame => frame[field]).Where(value => value.Length > 0);
}
