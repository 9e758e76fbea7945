using System.Text.Json.Nodes;

namespace GoldenPath.Configuration.Reading;

/// <summary>Reads one login or a list of them.</summary>
internal static class LoginReader
{
    public static IReadOnlyList<string> Keys { get; } = ["post", "json", "token"];

    public static IReadOnlyList<LoginDefinition> Read(NodeReader reader)
    {
        if (reader.Node is not ListNode)
            return [One(reader)];
        IReadOnlyList<LoginDefinition> logins = [.. reader.Items("logins").Select(One)];
        reader.Check(logins.Count > 0, "lists no login", "Leave the key out where none is needed");
        return logins;
    }

    private static LoginDefinition One(NodeReader reader)
    {
        var map = reader.Map(Keys);
        return new LoginDefinition(
            map.Require("post", "Add post: \"http://localhost:{port}/login\"")?.Url("http", "https") ?? "",
            map.Require("json", "Add json: { email: …, password: … }")?.Json(PlaceholderScope.Address) ?? new JsonObject(),
            map.Require("token", "Say where the token is in the answer: token: \"$.access_token\"") is { } token ? Source(token) : "$"
        );
    }

    private static string Source(NodeReader reader)
    {
        var text = reader.Text();
        reader.Check(
            TokenSource.TryParse(text) is not null,
            $"{reader.Quoted} is not a place of a token",
            "Write a JSON path ($.access_token), cookie:NAME or header:NAME"
        );
        return text;
    }
}
