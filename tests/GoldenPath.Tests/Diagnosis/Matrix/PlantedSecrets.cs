using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace GoldenPath.Tests.Diagnosis.Matrix;

/// <summary>Secrets of all kinds, fresh for each run, that are planted wherever a service can put some: environment, log, answers, frames, results.</summary>
internal sealed class PlantedSecrets
{
    private readonly string _jwt =
        $"{Encoded("""{"alg":"HS256","typ":"JWT"}""")}.{Encoded($$"""{"sub":"ada","jti":"{{Random()}}"}""")}.{Random()}{Random()}";
    private readonly string _bearer = "tok" + Random();
    private readonly string _password = "pw" + Random();
    private readonly string _connection = "cs" + Random();
    private readonly string _cookie = "ck" + Random();
    private readonly string _key = "ak" + Random();
    private readonly string _frame = "fr" + Random();
    private readonly string _github = "ghp_" + Random() + Random()[..20];

    /// <summary>Every one of them.</summary>
    public IReadOnlyList<string> All => [_jwt, _bearer, _password, _connection, _cookie, _key, _frame, _github];

    /// <summary>The variables of a service that hold some.</summary>
    public string Environment => $"PLANTED_JWT: \"{_jwt}\", PLANTED_SESSION_TOKEN: \"{_frame}\", STRIPE_API_KEY: \"{_key}\"";

    /// <summary>What a talkative service prints at its start.</summary>
    public string Noise =>
        $"""
            2026-11-22T10:00:00.001Z INFO  boot settings loaded from app.toml, 12 values
            2026-11-22T10:00:00.002Z DEBUG boot store=postgres://svc:{_password}@store.internal/app pool=8
            2026-11-22T10:00:00.003Z DEBUG boot reporting=Server=reports.internal;Database=r;User Id=sa;Password={_connection};
            2026-11-22T10:00:00.004Z DEBUG http  > Authorization: Bearer {_bearer}
            2026-11-22T10:00:00.005Z DEBUG http  < Set-Cookie: session={_cookie}; Path=/; HttpOnly
            2026-11-22T10:00:00.006Z DEBUG boot api_key={_key} jwt={_jwt} ci={_github}

            """;

    /// <summary>What a test prints, and writes into its results.</summary>
    public string Tested => $"Authorization: Bearer {_bearer} password={_password}";

    private static string Random() => RandomNumberGenerator.GetHexString(24, lowercase: true);

    private static string Encoded(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
