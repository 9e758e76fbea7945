using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AgentBackend.Accounts;

namespace GoldenPath.Tests.AgentBackend;

public sealed class LoginSpecs(BackendFixture backend) : IClassFixture<BackendFixture>
{
    [TableSpec]
    [InlineData("ada@example.com", "analytical-engine")]
    [InlineData("GRACE@example.com", "nanoseconds")]
    public async Task Good_credentials_are_worth_a_bearer_token_of_a_quarter_of_an_hour(string email, string password)
    {
        var (status, body) = await Login.PostAsync(
            backend.Service,
            new JsonObject { ["email"] = email, ["password"] = password }.ToJsonString()
        );
        var answer = JsonNode.Parse(body)!;
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("bearer", (string?)answer["token_type"]);
        Assert.Equal(900, (int?)answer["expires_in"]);

        var claims = Claims((string)answer["access_token"]!);
        Assert.Equal(email, (string?)claims["email"], ignoreCase: true);
        Assert.Equal(900, (long)claims["exp"]! - (long)claims["iat"]!);
        Assert.All(["sub", "permissions", "iss"], name => Assert.NotNull(claims[name]));
    }

    [TableSpec]
    [InlineData("ada@example.com", "nanoseconds")]
    [InlineData("ada@example.com", "")]
    [InlineData("nobody@example.com", "analytical-engine")]
    public async Task Bad_credentials_are_answered_401(string email, string password)
    {
        var (status, body) = await Login.PostAsync(
            backend.Service,
            new JsonObject { ["email"] = email, ["password"] = password }.ToJsonString()
        );
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.DoesNotContain("token", body, StringComparison.Ordinal);
    }

    [TableSpec]
    [InlineData("""{"email":"ada@example.com"}""")]
    [InlineData("""{"password":"analytical-engine"}""")]
    [InlineData("""{"email":"ada@example.com","password":7}""")]
    [InlineData("""{"email":"ada@example.com","password":null}""")]
    [InlineData("""{"email":"ada@example.com","password":"\ud800"}""")]
    [InlineData("""{"email":"ada@example.com","email":"grace@example.com","password":"nanoseconds"}""")]
    [InlineData("""["ada@example.com","analytical-engine"]""")]
    [InlineData("null")]
    [InlineData("email=ada@example.com")]
    [InlineData("")]
    public async Task A_missing_field_is_answered_422(string body)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Login.PostAsync(backend.Service, body)).Status);
    }

    [Spec]
    public async Task A_token_is_good_for_900_seconds_and_no_longer()
    {
        var clock = new HandClock(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        var tokens = new TokenService(new byte[32], clock);
        var token = tokens.Issue(AccountBook.First);

        clock.Now += TimeSpan.FromSeconds(899);
        var account = await tokens.VerifyAsync(token);
        Assert.Equal(AccountBook.First.Id, account?.Id);
        Assert.Equal(AccountBook.First.Permissions, account?.Permissions);

        clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null(await tokens.VerifyAsync(token));
    }

    [TableSpec]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no-token-at-all")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJpc3MiOiJhZ2VudC1iYWNrZW5kIiwic3ViIjoidXNyX2FkYV8xODE1IiwiZXhwIjo0MDAwMDAwMDAwfQ.")]
    public async Task What_is_no_signed_token_stands_for_nobody(string? token)
    {
        Assert.Null(await new TokenService(new byte[32], TimeProvider.System).VerifyAsync(token));
    }

    private static JsonNode Claims(string token)
    {
        var part = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
        return JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '='))))!;
    }
}
