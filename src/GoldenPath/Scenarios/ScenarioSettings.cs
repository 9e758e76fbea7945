namespace GoldenPath.Scenarios;

/// <summary>What a walk needs besides the scenario itself.</summary>
internal sealed record ScenarioSettings
{
    /// <summary>Fills the placeholders of the run into a text: <c>{port}</c>, <c>{port:NAME}</c>, <c>{run}</c>. The scenario's own, <c>{nonce}</c>,
    /// <c>{token}</c>, <c>{user}</c>, <c>{run_id}</c> and <c>{thread_id}</c>, are filled in before. Default: leaves the text as it is.</summary>
    public Func<string, string> Fill { get; init; } = text => text;

    /// <summary>How long the whole walk may take. Default: 10 minutes.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a login, an upgrade or the ready frame may take, each. Default: 10 s.</summary>
    public TimeSpan StepTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a server may take to refuse a bad token. Default: 5 s.</summary>
    public TimeSpan RefusalTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Where the walk is shown while it lasts; <c>null</c>: nowhere.</summary>
    public IRunConsole? Console { get; init; }

    /// <summary>How many users log in and connect at the same time. Default: 64.</summary>
    public int ConnectingAtOnce { get; init; } = 64;
}
