using System.Collections;
using System.Diagnostics;
using GoldenPath.Guard.Redaction;

namespace GoldenPath.Tests.Guard.Redaction;

public sealed class RedactorSpecs
{
    private const string Jwt = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1c2VyLTEiLCJleHAiOjF9.c2lnbmF0dXJlLXNpZ25hdHVyZQ";

    [Theory]
    [InlineData("password=hunter2", "password=***")]
    [InlineData("PASSWORD = hunter2, user=ada", "PASSWORD = ***, user=ada")]
    [InlineData("POSTGRES_PASSWORD: hunter2", "POSTGRES_PASSWORD: ***")]
    [InlineData("password_hash=$2b$12$abc", "password_hash=***")]
    [InlineData("""{"email":"a@b.c","password":"two words"}""", """{"email":"a@b.c","password":"***"}""")]
    [InlineData("""{"password":"quo\"ted","x":1}""", """{"password":"***","x":1}""")]
    [InlineData("""body: "{\"password\":\"hunter2\",\"x\":1}" """, """body: "{\"password\":\"***\",\"x\":1}" """)]
    [InlineData("Server=db;Pwd=s3cret;Timeout=5", "Server=db;Pwd=***;Timeout=5")]
    [InlineData("AccountKey=abc/def+g==;x", "AccountKey=***;x")]
    [InlineData("client_secret=abcd&grant_type=x", "client_secret=***&grant_type=x")]
    [InlineData("GET /ws?token=abc123def456 HTTP/1.1", "GET /ws?token=*** HTTP/1.1")]
    [InlineData("api_key=topsecretvalue", "api_key=***")]
    [InlineData("""{"access_token": "opaquevalue"}""", """{"access_token": "***"}""")]
    [InlineData("Authorization: Bearer abc.def-123", "Authorization: Bearer ***")]
    [InlineData("authorization=Basic dXNlcjpwYXNz", "authorization=Basic ***")]
    [InlineData("curl -H 'Authorization: Bearer abcdef12' http://x", "curl -H 'Authorization: Bearer ***")]
    [InlineData("sent Bearer abcdef123456 to it", "sent Bearer *** to it")]
    [InlineData("jwt-auth." + Jwt + " refused", "jwt-auth.*** refused")]
    [InlineData("postgres://ada:hunter2@db:5432/x", "postgres://ada:***@db:5432/x")]
    [InlineData("redis://:p@ss@db/0", "redis://:***@db/0")]
    [InlineData("https://x:ghp_0123456789abcdefghij0123456789abcdef@github.com/a", "https://x:***@github.com/a")]
    [InlineData("using ghp_0123456789abcdefghij0123456789abcdef.", "using ***.")]
    [InlineData("github_pat_11ABCDEFG0abcdefghij_x1", "***")]
    [InlineData("ghs_16C7e42F292c6912E7710c838347Ae178B4a", "***")]
    [InlineData("id AKIAIOSFODNN7EXAMPLE end", "id *** end")]
    [InlineData("aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "aws_secret_access_key = ***")]
    [InlineData("Set-Cookie: session=abc123; Path=/; HttpOnly", "Set-Cookie: session=***; Path=/; HttpOnly")]
    [InlineData("Cookie: session=abc123; theme=dark", "Cookie: ***")]
    [InlineData(
        """{"body":"{\u0022password\u0022:\u0022hunter\u002B2\u0022,\u0022x\u0022:1}"}""",
        """{"body":"{\u0022password\u0022:\u0022***\u0022,\u0022x\u0022:1}"}"""
    )]
    [InlineData("next=%2Fx%3Fpassword%3Dhunter2%26user%3Dada", "next=%2Fx%3Fpassword%3D***%26user%3Dada")]
    [InlineData("using ghp_abcdefghijABCDEFGHIJabcdefghijABCDEF.", "using ***.")]
    [InlineData("Authorization: Token 9944b09199c62bcf9418", "Authorization: Token ***")]
    [InlineData("passwordHash: 5f4dcc3b5aa765d6", "passwordHash: ***")]
    [InlineData("at Program.Main() in /home/ada/src/App.cs:line 3", "at Program.Main() in ~/src/App.cs:line 3")]
    [InlineData("file:///Users/ada/x and C:\\Users\\ada\\x", "file://~/x and ~\\x")]
    [InlineData("""{"dir":"C:\\Users\\ada\\x"}""", """{"dir":"~\\x"}""")]
    [InlineData("c:/users/ada/x", "~/x")]
    [InlineData(
        "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nabc=\n-----END RSA PRIVATE KEY-----\nafter",
        "-----BEGIN RSA PRIVATE KEY-----***-----END RSA PRIVATE KEY-----\nafter"
    )]
    [InlineData(
        """{"k":"-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n"}""",
        """{"k":"-----BEGIN PRIVATE KEY-----***-----END PRIVATE KEY-----\n"}"""
    )]
    public void Hides_what_looks_like_a_secret(string text, string expected)
    {
        var redactor = new Redactor();

        Assert.Equal(expected, redactor.Redact(text));
        Assert.Equal(expected, redactor.Redact(expected));
    }

    [Theory]
    [InlineData("connection refused on port 8002")]
    [InlineData("total_tokens: 1523, max_tokens=4096, tokenizer: cl100k_base1")]
    [InlineData("Password authentication failed for user ada")]
    [InlineData("invalid token: signature does not match")]
    [InlineData("WWW-Authenticate: Bearer realm=\"x\", error=\"invalid_token\"")]
    [InlineData("Bearer token expired")]
    [InlineData("password: null")]
    [InlineData("login.json.password: ${PASSWORD} is not set")]
    [InlineData("token=\"\"")]
    [InlineData("http://localhost:8002/users/ada@example.com")]
    [InlineData("listening on http://[::]:8002, see https://example.com/home/ada")]
    [InlineData("task-1234567890 done, risk-free")]
    [InlineData("subscription cookies are fine")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----")]
    [InlineData("asyncpg.exceptions.InvalidPasswordError: password authentication failed for user ada")]
    [InlineData("PasswordTooShort: Passwords must be at least 6 characters.")]
    [InlineData("Acme.Auth.SecretManagerException: no secret manager is configured")]
    [InlineData("info: Acme.PasswordResetService: started")]
    [InlineData("npm_config_cache and npm_lifecycle_event, sk-loading-spinner, sk-SK, hf_hub, SG.1")]
    [InlineData("Basic authentication is off; Basic usage: run it")]
    [InlineData("token: 4096 of 100000, token_limit=128000000")]
    [InlineData("password: [\"a\"], secret: {}, pwd={{password}}")]
    [InlineData("Container: [Token: Token { kind: ContainerToken, service: 10.0.0.1:4 }]")]
    [InlineData("")]
    public void Leaves_what_is_evidence(string text) => Assert.Same(text, new Redactor().Redact(text));

    [Fact]
    public void Hides_literal_secrets_in_every_spelling()
    {
        var redactor = new Redactor(["p@ss \"word\"", "two\nlines"]);

        Assert.Equal(
            "a *** b *** c *** d *** *** e",
            redactor.Redact("a p@ss \"word\" b p%40ss%20%22word%22 c p@ss \\\"word\\\" d lines two\\nlines e")
        );
    }

    [Fact]
    public void Hides_a_literal_secret_wherever_it_meets_a_rule()
    {
        var redactor = new Redactor(["LITERAL", "abc def"]);

        Assert.Equal("password_***=***", redactor.Redact("password_LITERAL=x1"));
        Assert.Equal("password=***", redactor.Redact("password=abc def"));
        Assert.Equal("password=***;", redactor.Redact("password=xLITERALy;"));
    }

    [Fact]
    public void Learns_secrets_at_run_time_and_tells_others()
    {
        var redactor = new Redactor();
        List<string> told = [];
        redactor.SecretAdded += (_, added) => told.Add(added.Secret);

        redactor.Add("opaque-login-token");
        redactor.Add("opaque-login-token");
        redactor.Add("abc");

        Assert.Equal("got ***, not abc", redactor.Redact("got opaque-login-token, not abc"));
        Assert.Equal(["opaque-login-token"], told);
    }

    [Fact]
    public void Shortens_the_home_folder_where_it_is_a_path()
    {
        var redactor = new Redactor(home: "/root");

        Assert.Equal("~/x ~ /rootfs https://host/root", redactor.Redact("/root/x /root /rootfs https://host/root"));
    }

    [Fact]
    public void Takes_the_values_of_variables_that_speak_of_secrets()
    {
        var environment = new Hashtable
        {
            ["GITHUB_TOKEN"] = "opaque-1",
            ["OPENAI_API_KEY"] = "opaque-2",
            ["DB_PASS"] = "opaque-3",
            ["PWD"] = "/not/a/secret",
            ["KEYBOARD"] = "us-layout",
            ["SSH_KEY"] = "/tmp",
            ["SHORT_TOKEN"] = "abc",
        };

        Assert.Equal(["opaque-1", "opaque-2", "opaque-3"], SecretVariables.Values(environment).Order());
    }

    [Theory]
    [InlineData("eyJ")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.")]
    [InlineData("token:")]
    [InlineData("token: x ")]
    [InlineData("password=\"\\")]
    [InlineData("://")]
    [InlineData("://a:b")]
    [InlineData("-----BEGIN PRIVATE KEY-----\n-")]
    [InlineData("ghp_")]
    [InlineData("Bearer ")]
    [InlineData("Set-Cookie: ")]
    [InlineData("/home/")]
    [InlineData("authorization: bearer")]
    [InlineData("aaaa")]
    public void Takes_time_linear_in_the_text(string pattern)
    {
        var redactor = new Redactor(["aaab"]);
        redactor.Redact(Repeated(pattern, 4096));

        var small = Time(redactor, Repeated(pattern, 1 << 17));
        var large = Time(redactor, Repeated(pattern, 1 << 20));

        Assert.True(large < (small + TimeSpan.FromMilliseconds(5)) * 40, $"128 KiB took {small}, 1 MiB took {large}.");
    }

    private static string Repeated(string pattern, int length) =>
        string.Concat(Enumerable.Repeat(pattern, length / pattern.Length)) + " end";

    private static TimeSpan Time(Redactor redactor, string text)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var start = Stopwatch.GetTimestamp();
            redactor.Redact(text);
            var elapsed = Stopwatch.GetElapsedTime(start);
            best = elapsed < best ? elapsed : best;
        }
        return best;
    }
}
