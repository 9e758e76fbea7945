namespace GoldenPath.TestKit.GitHub;

/// <summary>Something that goes wrong with a request.</summary>
public sealed record Fault(
    FaultKind Kind,
    int Status = 200,
    string Body = "",
    string ContentType = "application/json; charset=utf-8",
    params IReadOnlyList<(string Name, string Value)> Headers
)
{
    public static Fault Error(int status, string message, params (string Name, string Value)[] headers) =>
        new(
            FaultKind.Answer,
            status,
            $$"""{ "message": "{{message}}", "documentation_url": "https://docs.github.com/rest" }""",
            Headers: headers
        );
}
