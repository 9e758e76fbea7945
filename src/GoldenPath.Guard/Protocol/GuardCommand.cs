using GoldenPath.Guard.Leases;

namespace GoldenPath.Guard.Protocol;

/// <summary>A line from the owner to its guard. Exactly one member is set.</summary>
internal sealed record GuardCommand
{
    public Introduction? Introduction { get; init; }

    public LaunchOrder? Launch { get; init; }

    /// <summary>The name of a service to stop.</summary>
    public string? Stop { get; init; }

    /// <summary>The number of milliseconds within which to stop everything.</summary>
    public int? StopAll { get; init; }

    /// <summary>Whether to wait for nothing any more, but to kill.</summary>
    public bool? Hurry { get; init; }

    /// <summary>Whether to go on without an owner.</summary>
    public bool? Release { get; init; }

    /// <summary>A further literal to hide in output.</summary>
    public string? Secret { get; init; }

    public ServiceEndpoint? Endpoint { get; init; }

    public LeasedResource? AddResource { get; init; }

    /// <summary>A resource that its host has removed.</summary>
    public LeasedResource? RemoveResource { get; init; }
}
