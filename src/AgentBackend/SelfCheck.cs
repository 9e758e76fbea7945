using AgentBackend.Accounts;
using AgentBackend.Agents;

namespace AgentBackend;

/// <summary>Proves that the service can serve: a token survives the round trip, and the agent gets a sum right.</summary>
internal sealed class SelfCheck(TokenService tokens, TimeProvider time)
{
    private readonly Agent _agent = new(time);

    /// <summary>What is wrong; <c>null</c> where nothing is.</summary>
    public async Task<string?> RunAsync()
    {
        var account = AccountBook.First;
        if ((await tokens.VerifyAsync(tokens.Issue(account)))?.Id != account.Id)
        {
            return "a token did not survive the round trip";
        }

        var run = new AgentRun(account.Id, threadId: null, time);
        var last = await _agent.RunAsync(run, "What is 6 * 7?", CancellationToken.None).LastAsync();
        return last["final_response"] == "6 * 7 = 42." ? null : "the agent cannot calculate";
    }
}
