namespace GoldenPath.Guard.Protocol;

/// <summary>Where a service answers, as the owner found out.</summary>
internal sealed record ServiceEndpoint(string Name, string Endpoint);
