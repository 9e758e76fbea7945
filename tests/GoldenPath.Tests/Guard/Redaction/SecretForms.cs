using System.Text;

namespace GoldenPath.Tests.Guard.Redaction;

/// <summary>Makes random secrets of known forms, and puts them into random surroundings.</summary>
/// <param name="random">The source of chance.</param>
internal sealed class SecretForms(Random random)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";
    private const string Base62 = Letters + Digits;
    private const string Base64Url = Base62 + "-_";
    private const string Hexadecimal = "0123456789abcdef";

    /// <summary>What a person might choose, less what ends a value that stands in no quotes.</summary>
    private const string Printable = Base62 + "!#$%*+-./:=?@^_~{[(";

    /// <summary>What stands before and behind a secret: <c>{0}</c> is the secret.</summary>
    private static readonly string[] Surroundings =
    [
        "{0}",
        "sent {0} to it",
        "value={0}",
        "\"{0}\"",
        "'{0}'",
        "`{0}`",
        "({0})",
        "[{0}]",
        "<b>{0}</b>",
        "{0}, next",
        "{0}; next",
        "end {0}.",
        "GET /hooks/{0}/events HTTP/1.1",
        "GET /x?y={0}&z=1 HTTP/1.1",
        "GET /x?y=%3D{0}%26z HTTP/1.1",
        "next=%2Flogin%3Fx%3D{0}",
        "%22{0}%22",
        "{{\"key\":\"{0}\",\"x\":1}}",
        "body: \"{{\\\"key\\\":\\\"{0}\\\"}}\"",
        "body: \"{{\\u0022key\\u0022:\\u0022{0}\\u0022}}\"",
        "line\\n{0}\\nline",
        "tab\\t{0}",
        "\u001b[31m{0}\u001b[0m",
        "\u001b[1;32mkey\u001b[0m=\u001b[33m{0}\u001b[0m",
        "\\u001b[31m{0}\\u001b[0m",
        "\\x1b[32m{0}\\x1b[0m",
        "   at App.Client.Connect(String key = \"{0}\") in /src/App.cs:line 3",
        "System.Exception: refused {0}",
        "&quot;{0}&quot;",
        "https://{0}@host/path",
        "https://x:{0}@host/path",
    ];

    private static readonly Dictionary<string, Func<SecretForms, string>> Tokens = new()
    {
        ["GitHub"] = forms => forms.OneOf("ghp_", "gho_", "ghu_", "ghs_", "ghr_") + forms.Of(Base62, 36),
        ["GitHub, fine-grained"] = forms => $"github_pat_{forms.Of(Base62, 22)}_{forms.Of(Base62, 59)}",
        ["GitLab"] = forms => forms.OneOf("glpat-", "gldt-", "glrt-", "glptt-") + forms.Of(Base64Url, 20),
        ["npm"] = forms => "npm_" + forms.Of(Base62, 36),
        ["Slack"] = forms =>
            $"{forms.OneOf("xoxb-", "xoxp-", "xoxa-", "xoxr-")}{forms.Of(Digits, 11)}-{forms.Of(Digits, 12)}-{forms.Of(Base62, 24)}",
        ["OpenAI"] = forms => "sk-" + forms.Of(Base62, 48),
        ["OpenAI, Anthropic"] = forms => forms.OneOf("sk-proj-", "sk-ant-", "sk-svcacct-") + forms.Of(Base64Url, 60),
        ["Google"] = forms => "AIza" + forms.Of(Base64Url, 35),
        ["AWS"] = forms => forms.OneOf("AKIA", "ASIA") + forms.Of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16),
        ["Docker"] = forms => "dckr_pat_" + forms.Of(Base64Url, 27),
        ["Stripe"] = forms => forms.OneOf("sk_live_", "sk_test_", "rk_live_", "whsec_") + forms.Of(Base62, 24),
        ["Hugging Face"] = forms => "hf_" + forms.Of(Letters, 34),
        ["PyPI"] = forms => "pypi-AgE" + forms.Of(Base64Url, 150),
        ["SendGrid"] = forms => $"SG.{forms.Of(Base64Url, 22)}.{forms.Of(Base64Url, 43)}",
        ["DigitalOcean, Shopify"] = forms => forms.OneOf("dop_v1_", "shpat_") + forms.Of(Hexadecimal, 64),
        ["NuGet"] = forms => "oy2" + forms.Of("abcdefghijklmnopqrstuvwxyz0123456789", 43),
        ["JSON web token"] = forms => $"{forms.Json("alg")}.{forms.Json("sub")}.{forms.Of(Base64Url, 43)}",
        ["JSON web token, encrypted"] = forms =>
            $"{forms.Json("alg")}.{forms.Of(Base64Url, 40)}.{forms.Of(Base64Url, 16)}.{forms.Of(Base64Url, 50)}.{forms.Of(Base64Url, 22)}",
    };

    private static readonly Dictionary<string, Func<SecretForms, (string Text, string Secret)>> Announced = new()
    {
        ["password=…"] = forms =>
            forms.In(
                forms.Of(Printable, 4, 30),
                "password={0} x",
                "DB_PASSWORD={0}",
                "passwd: {0}",
                "Server=db;Pwd={0};Timeout=5",
                "client_secret={0}&x=1",
                "--password={0} -v"
            ),
        ["\"password\": \"…\""] = forms =>
            forms.In(
                forms.Of(Printable + " ,;&<>)]}|", 1, 30),
                "{{\"password\":\"{0}\",\"x\":1}}",
                "body: \"{{\\\"password\\\":\\\"{0}\\\"}}\"",
                "body: \"{{\\u0022password\\u0022:\\u0022{0}\\u0022}}\"",
                "password: '{0}'"
            ),
        ["password, percent-escaped"] = forms =>
            forms.In(
                forms.Of(Base62 + "!*-._~", 1, 30),
                "q=%22password%22%3A%22{0}%22",
                "q=%7B%22password%22%3A%20%22{0}%22%7D",
                "next=x%26password%3D{0}%26y"
            ),
        ["Authorization: Basic …"] = forms =>
            forms.In(
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"{forms.Of(Base62, 1, 12)}:{forms.Of(Printable, 1, 30)}")),
                "Authorization: Basic {0}",
                "sent Basic {0} to it",
                "{{\"auths\":{{\"host\":{{\"auth\":\"{0}\"}}}}}}",
                "//registry/:_auth={0}",
                "Basic%20{0}"
            ),
        ["Authorization: Bearer …"] = forms =>
            forms.In(
                forms.Of(Base64Url + ".~+/", 20, 60),
                "Authorization: Bearer {0}",
                "\"authorization\":\"Bearer {0}\"",
                "got Bearer {0} here",
                "x=Bearer%20{0}"
            ),
        ["scheme://user:password@host"] = forms =>
            forms.In(
                forms.Of(Base62 + "!*-._~%", 1, 30),
                "postgres://ada:{0}@db:5432/x",
                "url=\"amqp://:{0}@mq\"",
                "u=redis%3A%2F%2Fada%3A{0}%40host%2F0"
            ),
        ["token=…"] = forms =>
            forms.In(forms.Of(Base62, 32), "token={0}", "{{\"access_token\": \"{0}\"}}", "X-Api-Key: {0}", "api_key={0}&x", "token: {0}"),
        ["token=…, of digits"] = forms => forms.In(forms.Of(Digits, 8, 30), "token={0} x", "{{\"api_key\":\"{0}\"}}"),
        ["Cookie: …"] = forms => forms.In(forms.Of(Base64Url, 1, 40), "Set-Cookie: session={0}; Path=/", "Cookie: a=b; session={0}"),
    };

    public static IEnumerable<string> Names => Tokens.Keys.Concat(Announced.Keys);

    /// <summary>A text that holds a random secret of a form.</summary>
    public (string Text, string Secret) Next(string name) =>
        Tokens.TryGetValue(name, out var token) ? In(token(this), Surroundings) : Announced[name](this);

    private (string Text, string Secret) In(string secret, params string[] surroundings) =>
        (string.Format(System.Globalization.CultureInfo.InvariantCulture, OneOf(surroundings), secret), secret);

    private string Json(string name) =>
        Convert
            .ToBase64String(Encoding.UTF8.GetBytes($"{{\"{name}\":\"{Of(Base62, 4, 30)}\"}}"))
            .TrimEnd('=')
            .Replace('+', '-')
            .Replace('/', '_');

    private string OneOf(params string[] choices) => choices[random.Next(choices.Length)];

    private string Of(string alphabet, int shortest, int longest) => Of(alphabet, random.Next(shortest, longest + 1));

    private string Of(string alphabet, int length) =>
        string.Create(length, (alphabet, random), static (text, source) => source.random.GetItems(source.alphabet, text));
}
