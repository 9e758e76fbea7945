using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AgentBackend.Accounts;

/// <summary>Issues and verifies the access tokens: JWTs signed with HS256.</summary>
internal sealed class TokenService(byte[] key, TimeProvider time)
{
    private const string Issuer = "agent-backend";

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SigningCredentials _signing = new(new SymmetricSecurityKey(key), SecurityAlgorithms.HmacSha256);

    private readonly TokenValidationParameters _expected = new()
    {
        ValidIssuer = Issuer,
#pragma warning disable CA5404 // Do not disable token validation checks: the tokens name no audience, this service is the only one.
        ValidateAudience = false,
#pragma warning restore CA5404
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        IssuerSigningKey = new SymmetricSecurityKey(key),
        LifetimeValidator = (_, expires, _, _) => expires > time.GetUtcNow().UtcDateTime,
    };

    /// <summary>How long a token is good for.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromSeconds(900);

    /// <summary>A token for an account, good for <see cref="Lifetime"/> from now.</summary>
    public string Issue(Account account)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                IssuedAt = now,
                Expires = now + Lifetime,
                Claims = new Dictionary<string, object>
                {
                    [JwtRegisteredClaimNames.Sub] = account.Id,
                    [JwtRegisteredClaimNames.Email] = account.Email,
                    ["permissions"] = account.Permissions,
                },
                SigningCredentials = _signing,
            }
        );
    }

    /// <summary>Whose token it is; <c>null</c> where it is none of ours, altered or expired.</summary>
    public async Task<Account?> VerifyAsync(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var result = await _handler.ValidateTokenAsync(token, _expected);
        return result is { IsValid: true, SecurityToken: JsonWebToken jwt }
            ? new Account(jwt.Subject, Claim(jwt, JwtRegisteredClaimNames.Email), [.. Permissions(jwt)])
            : null;
    }

    private static string Claim(JsonWebToken jwt, string name) => jwt.TryGetPayloadValue<string>(name, out var value) ? value : "";

    private static IEnumerable<string> Permissions(JsonWebToken jwt) =>
        jwt.Claims.Where(claim => claim.Type == "permissions").Select(claim => claim.Value);
}
