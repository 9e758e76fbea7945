namespace GoldenPath.Guard.Leases;

/// <summary>Where a container engine is. Holds no secrets: TLS keys are named by their folder.</summary>
/// <param name="Endpoint">The endpoint: <c>unix://</c>, <c>npipe://</c>, <c>tcp://</c>, <c>http://</c> or <c>https://</c>.</param>
/// <param name="Certificates">The folder with <c>ca.pem</c>, <c>cert.pem</c> and <c>key.pem</c>; <c>null</c> where no TLS is spoken.</param>
/// <param name="VerifiesServer">Whether the engine's own certificate is checked.</param>
public sealed record EngineAddress(string Endpoint, string? Certificates = null, bool VerifiesServer = true);
