namespace GoldenPath.Configuration.Reading;

/// <summary>Reads the texts that several parts of the file have: commands, environments, paths, URLs, names.</summary>
internal static class NodeReaderTexts
{
    private const int LongestName = 100;

    /// <summary>An executable with its arguments.</summary>
    public static IReadOnlyList<string> Command(this NodeReader reader, PlaceholderScope scope)
    {
        IReadOnlyList<string> command =
        [
            .. reader
                .Items("texts", "Write the executable and each argument as an item, [dotnet, run]; no shell splits a command")
                .Select(item => item.Template(scope)),
        ];
        reader.Check(command is [{ Length: > 0 }, ..], "names no executable");
        return command;
    }

    /// <summary>Variables with their values.</summary>
    public static IReadOnlyDictionary<string, string> Environment(this NodeReader reader, PlaceholderScope scope)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in reader.Entries("variables with their values"))
        {
            if (key.Text.Length == 0 || key.Text.Contains('=', StringComparison.Ordinal))
                value.Problem($"{NodeText.Quote(key.Text)} cannot be the name of a variable");
            variables[key.Text] = value.Variable(scope);
        }
        return variables;
    }

    /// <summary>A path of a service, such as <c>/health</c>.</summary>
    public static string UrlPath(this NodeReader reader, PlaceholderScope scope)
    {
        var path = reader.Template(scope);
        var isPath = path.StartsWith('/') && Uri.TryCreate("http://localhost" + Placeholders.Sample(path), UriKind.Absolute, out _);
        reader.Check(
            isPath,
            $"{reader.Quoted} is not a path of the service",
            "Begin it with /; scheme, host and port are the service's own"
        );
        return path;
    }

    /// <summary>A path of a service, or a whole URL of it, <c>http://</c> or <c>https://</c>.</summary>
    public static string PathOrUrl(this NodeReader reader, PlaceholderScope scope) =>
        reader.Node is ScalarNode scalar && scalar.Text.Contains("://", StringComparison.Ordinal)
            ? reader.Url(scope, "http", "https")
            : reader.UrlPath(scope);

    /// <summary>An absolute URL with one of these schemes.</summary>
    public static string Url(this NodeReader reader, params IReadOnlyList<string> schemes) => reader.Url(PlaceholderScope.Address, schemes);

    private static string Url(this NodeReader reader, PlaceholderScope scope, params IReadOnlyList<string> schemes)
    {
        var url = reader.Template(scope);
        var isUrl = Uri.TryCreate(Placeholders.Sample(url), UriKind.Absolute, out var parsed) && parsed.Host.Length > 0;
        reader.Check(
            isUrl && schemes.Contains(parsed!.Scheme),
            $"{reader.Quoted} is not a URL that begins with {string.Join(" or ", schemes.Select(scheme => scheme + "://"))}"
        );
        return url;
    }

    /// <summary>A name for people: of a pipeline, of a scenario.</summary>
    public static string CheckedName(this NodeReader reader, string name)
    {
        var isName = !string.IsNullOrWhiteSpace(name) && name.Length <= LongestName && !name.Any(char.IsControl);
        reader.Check(isName, $"{NodeText.Quote(name)} cannot be a name", $"Write 1 to {LongestName} characters on one line");
        return name;
    }

    private static string Variable(this NodeReader value, PlaceholderScope scope)
    {
        value.Check(value.Node is not ScalarNode { IsNull: true }, "has no value", "Write \"\" for an empty one");
        return value.Node is ScalarNode { IsNull: true } ? "" : value.Template(scope);
    }
}
