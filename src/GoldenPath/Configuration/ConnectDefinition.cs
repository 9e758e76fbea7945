using System.Collections.Frozen;

namespace GoldenPath.Configuration;

/// <summary>A WebSocket endpoint and what carries the token to it.</summary>
/// <param name="Url">The URL, <c>ws://</c> or <c>wss://</c>.</param>
/// <param name="Token">What carries the token.</param>
internal sealed record ConnectDefinition(string Url, TokenCarrier Token)
{
    private const string Placeholder = "{token}";

    /// <summary>Headers of the request beside the token, such as <c>Origin</c>, by name. A value may hold <c>{token}</c>. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Which certificates are trusted, here and where the scenario logs in. Default: the system's.</summary>
    public TrustDefinition Trust { get; init; } = TrustDefinition.System;

    /// <summary>Whether what a login gives is carried to the endpoint.</summary>
    internal bool CarriesLogin => Token.Text.Contains(Placeholder, StringComparison.Ordinal) || HasTokenInHeaders;

    /// <summary>Whether there is a token that could be a bad one.</summary>
    internal bool CarriesToken => Token.Kind != TokenCarrierKind.None || HasTokenInHeaders;

    private bool HasTokenInHeaders => Headers.Values.Any(value => value.Contains(Placeholder, StringComparison.Ordinal));
}
