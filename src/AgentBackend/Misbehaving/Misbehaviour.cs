using AgentBackend.Accounts;
using AgentBackend.Agents;

namespace AgentBackend.Misbehaving;

/// <summary>One thing that the service does wrong on purpose. What is <c>null</c> it does right.</summary>
/// <param name="Name">What it is called in <c>AGENT_MISBEHAVIOUR</c>.</param>
/// <param name="Effect">What it does.</param>
internal sealed record Misbehaviour(string Name, string Effect)
{
    /// <summary>What happens before the service listens; gets the delay.</summary>
    public Func<TimeSpan?, Task>? Start { get; init; }

    /// <summary>What happens to a request; gets the rest of the handling.</summary>
    public Func<HttpContext, RequestDelegate, Task>? Request { get; init; }

    /// <summary>Who a token stands for; gets what the right verification says.</summary>
    public Func<Account?, Account?>? Token { get; init; }

    /// <summary>Which subprotocol is answered; gets the right one.</summary>
    public Func<string?, string?>? Subprotocol { get; init; }

    /// <summary>Whether a connection is greeted.</summary>
    public bool Greets { get; init; } = true;

    /// <summary>What becomes of a run's events.</summary>
    public Func<IAsyncEnumerable<AgentEvent>, RunScene, IAsyncEnumerable<AgentEvent>>? Events { get; init; }
}
