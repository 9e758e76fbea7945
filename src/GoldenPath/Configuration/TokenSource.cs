using System.Text.RegularExpressions;

namespace GoldenPath.Configuration;

/// <summary>Where the answer to a login has its token: at a JSON path, in a cookie, or in a header.</summary>
/// <param name="Path">The JSON path; <c>null</c> where it is none.</param>
/// <param name="Cookie">The name of the cookie that is set; <c>null</c> where it is none.</param>
/// <param name="Header">The name of the header; <c>null</c> where it is none.</param>
internal sealed partial record TokenSource(JsonPath? Path, string? Cookie, string? Header)
{
    /// <summary>Reads <c>$.access_token</c>, <c>cookie:NAME</c> or <c>header:NAME</c>; <c>null</c> where it is none of them.</summary>
    public static TokenSource? TryParse(string text) =>
        Named().Match(text) is not { Success: true } match
            ? JsonPath.TryParse(text) is { } path
                ? new(path, null, null)
                : null
            : match.Groups["where"].Value == "cookie"
                ? new(null, match.Groups["name"].Value, null)
                : new(null, null, match.Groups["name"].Value);

    /// <summary>What carries such a token where nothing else is said: back the way it came.</summary>
    public TokenCarrier Carrier =>
        Cookie is not null ? new(TokenCarrierKind.Header, $"Cookie: {Cookie}={{token}}")
        : Header is not null ? new(TokenCarrierKind.Header, $"{Header}: {{token}}")
        : TokenCarrier.Subprotocol;

    [GeneratedRegex(@"^(?<where>cookie|header):(?<name>[A-Za-z0-9!#$%&'*+.^_`|~-]+)\z")]
    private static partial Regex Named();
}
