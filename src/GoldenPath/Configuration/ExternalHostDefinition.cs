namespace GoldenPath.Configuration;

/// <summary>Somebody else starts it; it is only checked, and never stopped.</summary>
public sealed record ExternalHostDefinition : HostDefinition
{
    /// <inheritdoc/>
    public override string Kind => "external";
}
