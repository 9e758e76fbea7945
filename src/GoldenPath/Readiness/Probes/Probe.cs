namespace GoldenPath.Readiness.Probes;

/// <summary>One question to a service, asked over a connection of its own.</summary>
/// <param name="address">Where it asks.</param>
internal abstract class Probe(ProbeAddress address)
{
    /// <summary>Where it asks.</summary>
    public ProbeAddress Address => address;

    /// <summary>Its name in the timeline.</summary>
    public abstract string Name { get; }

    /// <summary>What it wants, for a person.</summary>
    public abstract string Requirement { get; }

    /// <summary>The path that it asks for; <c>null</c> where it asks for none.</summary>
    public virtual string? Path => null;

    /// <summary>Asks. The token ends a question that is not answered in time.</summary>
    public abstract Task<ProbeAnswer> AskAsync(Connection connection, CancellationToken cancellationToken);

    /// <summary>Takes leave of a service that answered as wanted.</summary>
    public virtual Task LeaveAsync(Connection connection, ProbeAnswer answer, CancellationToken cancellationToken) => Task.CompletedTask;
}
