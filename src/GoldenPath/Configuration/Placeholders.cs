using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GoldenPath.Configuration;

/// <summary>Fills <c>{port}</c>, <c>{build:PROJECT}</c> and the like into texts of a <see cref="PipelineDefinition"/>.</summary>
/// <remarks>A placeholder is a lower-case word in braces, with or without an argument after a colon. Every other brace stays as it
/// is, so JSON and regular expressions can be written plainly. <c>{{word}}</c> stands for a literal <c>{word}</c>. Inserted
/// values are not read again. The loader has checked every text, so filling cannot meet an unknown word.</remarks>
internal static partial class Placeholders
{
    /// <summary>Fills a text that holds no <c>{build:PROJECT}</c>.</summary>
    /// <exception cref="InvalidOperationException">The text holds a placeholder that <paramref name="values"/> has no value for.</exception>
    public static string Fill(string text, PlaceholderValues values)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(values);
        return Replace(text, placeholder => Value(placeholder, values));
    }

    /// <summary>Fills every text inside a JSON value; names of properties stay as they are. The original is not changed.</summary>
    /// <exception cref="InvalidOperationException">A text holds a placeholder that <paramref name="values"/> has no value for.</exception>
    public static JsonNode? Fill(JsonNode? json, PlaceholderValues values) =>
        json switch
        {
            JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Fill(pair.Value, values)))),
            JsonArray list => new JsonArray([.. list.Select(item => Fill(item, values))]),
            JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Fill(text, values)),
            null => null,
            _ => json.DeepClone(),
        };

    /// <summary>Fills a text, building the projects that it names.</summary>
    /// <exception cref="PipelineException">A project does not build.</exception>
    /// <exception cref="InvalidOperationException">The text holds a placeholder that <paramref name="values"/> has no value for.</exception>
    public static async Task<string> FillAsync(string text, PlaceholderValues values, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(values);
        var filled = new StringBuilder();
        var end = 0;
        foreach (Match match in Pattern().Matches(text))
        {
            filled.Append(text, end, match.Index - end).Append(await ValueAsync(match, values, cancellationToken));
            end = match.Index + match.Length;
        }
        return filled.Append(text, end, text.Length - end).ToString();
    }

    /// <summary>Fills each text of a list, such as a command.</summary>
    /// <exception cref="PipelineException">A project does not build.</exception>
    public static async Task<IReadOnlyList<string>> FillAsync(
        IReadOnlyList<string> texts,
        PlaceholderValues values,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(texts);
        var filled = new List<string>(texts.Count);
        foreach (var text in texts)
            filled.Add(await FillAsync(text, values, cancellationToken));
        return filled;
    }

    /// <summary>Fills each value of a map, such as an environment.</summary>
    /// <exception cref="PipelineException">A project does not build.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> FillAsync(
        IReadOnlyDictionary<string, string> texts,
        PlaceholderValues values,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(texts);
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in texts)
            filled[name] = await FillAsync(text, values, cancellationToken);
        return filled;
    }

    /// <summary>Fills the probes of a service.</summary>
    /// <param name="ready">The probes as declared.</param>
    /// <param name="values">The values <see cref="PlaceholderValues.Within"/> the service.</param>
    public static ReadinessDefinition Fill(ReadinessDefinition ready, PlaceholderValues values)
    {
        ArgumentNullException.ThrowIfNull(ready);
        return ready with
        {
            Http = ready.Http is null ? null : Fill(ready.Http, values),
            WebSocket = ready.WebSocket is null ? null : Fill(ready.WebSocket, values),
            Log = ready.Log is null ? null : Fill(ready.Log, values),
        };
    }

    /// <summary>Fills only these words, and leaves all else, escapes included, to be filled later.</summary>
    internal static string FillFirst(string text, IReadOnlyDictionary<string, string?> words) =>
        Pattern()
            .Replace(
                text,
                match =>
                    !IsLiteral(match) && words.TryGetValue(Parse(match).ToString()[1..^1], out var value)
                        ? Escape(value ?? "")
                        : match.Value
            );

    /// <summary>Fills what belongs to the run, and leaves what belongs to one user's walk: <c>{nonce}</c>, <c>{token}</c> and the ids that its
    /// events bring.</summary>
    internal static string FillRun(string text, PlaceholderValues values) =>
        Replace(
            text,
            placeholder => placeholder.Word is "port" or "run" or "results" ? Value(placeholder, values) : placeholder.ToString()
        );

    /// <summary>The placeholders in a text, in order.</summary>
    internal static IEnumerable<Placeholder> In(string text) => Pattern().Matches(text).Where(match => !IsLiteral(match)).Select(Parse);

    /// <summary>The text with a stand-in for each placeholder, to check what is around them.</summary>
    internal static string Sample(string text) => Replace(text, _ => "1");

    /// <summary>The text that fills into exactly this one.</summary>
    internal static string Escape(string text) => Pattern().Replace(text, match => $"{{{match.Value}}}");

    private static string Replace(string text, Func<Placeholder, string> value) =>
        Pattern().Replace(text, match => IsLiteral(match) ? match.Groups["literal"].Value : value(Parse(match)));

    private static async Task<string> ValueAsync(Match match, PlaceholderValues values, CancellationToken cancellationToken) =>
        match switch
        {
            _ when IsLiteral(match) => match.Groups["literal"].Value,
            _ when Parse(match) is { Word: "build", Argument: { } project } && values.Build is not null => await values.Build(
                project,
                cancellationToken
            ),
            _ => Value(Parse(match), values),
        };

    private static string Value(Placeholder placeholder, PlaceholderValues values) =>
        placeholder switch
        {
            { Word: "port", Argument: null } => values.Port?.ToString(CultureInfo.InvariantCulture),
            { Word: "port", Argument: { } service } when values.Ports.TryGetValue(service, out var port) => port.ToString(
                CultureInfo.InvariantCulture
            ),
            { Word: "run", Argument: null } => values.RunId,
            { Word: "results", Argument: null } => values.ResultsDirectory,
            { Word: "nonce", Argument: null } => values.Nonce,
            { Word: "token", Argument: null } => values.Token,
            _ => null,
        } ?? throw new InvalidOperationException($"Placeholder '{placeholder}' has no value here.");

    private static bool IsLiteral(Match match) => match.Groups["literal"].Success;

    private static Placeholder Parse(Match match) =>
        new(match.Groups["word"].Value, match.Groups["argument"] is { Success: true } argument ? argument.Value : null);

    [GeneratedRegex(
        @"\{(?<literal>\{[a-z][a-z0-9_-]*(:[^{}]*)?\})\}|\{(?<word>[a-z][a-z0-9_-]*)(:(?<argument>[^{}]*))?\}",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pattern();
}
