namespace GoldenPath.Runs;

/// <summary>How a service came up.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Host">What runs it: <c>process</c>, <c>external</c>, …</param>
/// <param name="Endpoint">Where it answers; <c>null</c> where it has no port or never answered.</param>
/// <param name="ReadyAfterMs">From the moment it was asked to start until it was proved ready, in milliseconds; <c>null</c> where it never was.</param>
/// <param name="Identity">Who answers.</param>
public sealed record ServiceResult(string Name, string Host, string? Endpoint, long? ReadyAfterMs, ServiceIdentity Identity);
