using System.Collections.Frozen;

namespace GoldenPath.Scenarios.Events;

/// <summary>The error codes and close codes by which servers refuse a token.</summary>
/// <remarks>1008 is RFC 6455's policy violation; 3000 and 3003 are registered with IANA as Unauthorized and Forbidden; 4001, 4003,
/// 4401 and 4403 are private codes in wide use.</remarks>
internal static class AuthCodes
{
    private static readonly FrozenSet<string> Errors = new[]
    {
        "AUTH_FAILED",
        "AUTH_ERROR",
        "AUTH_REQUIRED",
        "AUTHENTICATION_FAILED",
        "AUTHENTICATION_REQUIRED",
        "UNAUTHORIZED",
        "UNAUTHENTICATED",
        "FORBIDDEN",
        "INVALID_TOKEN",
        "TOKEN_INVALID",
        "TOKEN_EXPIRED",
        "401",
        "403",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an error code refuses a token.</summary>
    public static bool Contains(string? code) => code is not null && Errors.Contains(code);

    /// <summary>Whether a close code refuses a token, when it comes before anything else did.</summary>
    public static bool Contains(int? closeCode) => closeCode is 1008 or 3000 or 3003 or 4001 or 4003 or 4401 or 4403;
}
