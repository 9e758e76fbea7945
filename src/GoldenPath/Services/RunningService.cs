using GoldenPath.Configuration;
using GoldenPath.Runs;

namespace GoldenPath.Services;

/// <summary>A service of a run, from the moment it was asked to start.</summary>
/// <param name="Definition">What is declared.</param>
/// <param name="Port">The port it shall answer on; <c>null</c> where it has none.</param>
/// <param name="Process">What runs it; <c>null</c> where somebody else does.</param>
/// <param name="AskedAt">The timestamp at which it was asked to start.</param>
internal sealed record RunningService(ServiceDefinition Definition, int? Port, ISupervisedService? Process, long AskedAt)
{
    /// <summary>Where it answers; <c>null</c> as long as it does not.</summary>
    public string? Endpoint { get; set; }

    /// <summary>How long it took until it was proved ready; <c>null</c> as long as it is not.</summary>
    public TimeSpan? ReadyAfter { get; set; }

    /// <summary>Who answers.</summary>
    public ServiceIdentity Identity { get; set; } = new(null, null, Verified: false);

    /// <summary>What runs it and where, for a person: <c>pid 4711, port 8002</c>.</summary>
    public string Shown => (Process is null ? "somebody else's" : Of(Process)) + (Port is null ? "" : $", port {Port}");

    /// <summary>A process or container, for a person.</summary>
    public static string Of(ISupervisedService process) => process.ContainerId is { } id ? $"container {id[..12]}" : $"pid {process.Pid}";

    /// <summary>The host to ask it at: the one that its scenario names, or the one that publishes its port where that is another machine.</summary>
    /// <param name="endpoint">Where the scenarios meet it; <c>null</c> where none does.</param>
    public string HostOf(ScenarioEndpoint? endpoint) =>
        Process?.Host is { } host && endpoint is null or { IsHere: true } ? host : endpoint?.Host ?? "localhost";

    /// <summary>What run.json says of it.</summary>
    public ServiceResult ToResult() => new(Definition.Name, Definition.Host.Kind, Endpoint, (long?)ReadyAfter?.TotalMilliseconds, Identity);
}
