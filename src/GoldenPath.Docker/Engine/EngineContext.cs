namespace GoldenPath.Docker.Engine;

/// <summary>What a context of Docker's command line says about an engine.</summary>
/// <param name="Host">The endpoint, as in <c>DOCKER_HOST</c>.</param>
/// <param name="Certificates">The folder of its TLS files; <c>null</c> for none.</param>
/// <param name="SkipsVerification">Whether the engine's certificate is taken as it is.</param>
internal sealed record EngineContext(string Host, string? Certificates, bool SkipsVerification);
