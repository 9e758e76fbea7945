namespace GoldenPath.Configuration;

/// <summary>A WebSocket endpoint and what carries the token to it.</summary>
/// <param name="Url">The URL, <c>ws://</c> or <c>wss://</c>.</param>
/// <param name="Token">What carries the token.</param>
public sealed record ConnectDefinition(string Url, TokenCarrier Token);
