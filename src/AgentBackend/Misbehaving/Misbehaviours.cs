using System.Globalization;
using System.Text;
using AgentBackend.Accounts;
using AgentBackend.Agents;
using AgentBackend.Settings;

namespace AgentBackend.Misbehaving;

/// <summary>What the service does wrong on purpose, all in all: usually nothing.</summary>
internal sealed class Misbehaviours
{
    private readonly IReadOnlyList<Misbehaviour> _active;

    private Misbehaviours(IReadOnlyList<Misbehaviour> active) => _active = active;

    /// <summary>No misbehaviour at all.</summary>
    public static Misbehaviours None { get; } = new([]);

    /// <summary>Those that were asked for.</summary>
    public IReadOnlyList<Misbehaviour> Active => _active;

    /// <summary>Whether a connection is greeted.</summary>
    public bool Greets => _active.All(it => it.Greets);

    /// <summary>Reads a comma-separated list.</summary>
    /// <exception cref="SettingsException">A name is unknown, or this is not the Development environment.</exception>
    public static Misbehaviours Parse(string? names, string? environment)
    {
        if (string.IsNullOrWhiteSpace(names))
        {
            return None;
        }

        return environment == "Development"
            ? new([.. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Find)])
            : throw new SettingsException(
                $"AGENT_MISBEHAVIOUR is '{names}', and the environment is '{environment ?? "Production"}': misbehaviour is for Development only. "
                    + "Unset it, or set ASPNETCORE_ENVIRONMENT=Development."
            );
    }

    /// <summary>The table for a person to read.</summary>
    public static string Describe()
    {
        var width = MisbehaviourTable.All.Max(it => it.Name.Length);
        return MisbehaviourTable
            .All.Aggregate(
                new StringBuilder(),
                (text, it) => text.AppendLine(CultureInfo.InvariantCulture, $"{it.Name.PadRight(width)}  {it.Effect}")
            )
            .ToString();
    }

    /// <summary>What happens before the service listens.</summary>
    public async Task StartAsync(TimeSpan? delay)
    {
        foreach (var start in _active.Select(it => it.Start).OfType<Func<TimeSpan?, Task>>())
        {
            await start(delay);
        }
    }

    /// <summary>Whom to take for the owner of a token.</summary>
    public Account? Judge(Account? verified) =>
        _active.Aggregate(verified, (account, it) => it.Token is null ? account : it.Token(account));

    /// <summary>Which subprotocol to answer.</summary>
    public string? Answer(string? agreed) => _active.Aggregate(agreed, (name, it) => it.Subprotocol is null ? name : it.Subprotocol(name));

    /// <summary>What becomes of the events of a run.</summary>
    public IAsyncEnumerable<AgentEvent> Distort(IAsyncEnumerable<AgentEvent> events, RunScene scene) =>
        _active.Aggregate(events, (distorted, it) => it.Events?.Invoke(distorted, scene) ?? distorted);

    private static Misbehaviour Find(string name) =>
        MisbehaviourTable.All.FirstOrDefault(it => it.Name == name)
        ?? throw new SettingsException(
            $"AGENT_MISBEHAVIOUR names '{name}', and must name some of {string.Join(", ", MisbehaviourTable.All.Select(it => it.Name))}."
        );
}
