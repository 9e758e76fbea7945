using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace GoldenPath.Adopting;

/// <summary>Words of YAML: read from other tools' files, and written for ours.</summary>
internal static partial class Yaml
{
    private static readonly JsonSerializerOptions _plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A text as a scalar: plain where that cannot be misread, else in double quotes.</summary>
    public static string Scalar(string text) =>
        Plain().IsMatch(text) && !Misread().IsMatch(text) ? text : JsonSerializer.Serialize(text, _plain);

    /// <summary>Words as a list on one line.</summary>
    public static string List(IEnumerable<string> words) => $"[{string.Join(", ", words.Select(Scalar))}]";

    /// <summary>Names with values on one line.</summary>
    public static string Map(IReadOnlyDictionary<string, string> values) =>
        $"{{ {string.Join(", ", values.Select(pair => $"{Scalar(pair.Key)}: {JsonSerializer.Serialize(pair.Value, _plain)}"))} }}";

    /// <summary>A text of the repository, in which nothing may stand for something else.</summary>
    public static string Literal(string text) => Placeholder().Replace(text.Replace("${", "$${", StringComparison.Ordinal), "{$0}");

    /// <summary>The document's root; <c>null</c> where it is no map, or cannot be read.</summary>
    public static YamlMappingNode? Read(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents is [{ RootNode: YamlMappingNode root }, ..] ? root : null;
        }
        catch (YamlException)
        {
            return null; // Whoever owns the file will hear of it from its own tool.
        }
    }

    /// <summary>The value of a key.</summary>
    public static YamlNode? Get(this YamlMappingNode? map, string key) =>
        map?.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode scalar && scalar.Value == key).Value;

    [GeneratedRegex(@"^(--?)?[A-Za-z0-9_./][A-Za-z0-9_./@+=-]*$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^([+-]?\.?[0-9][0-9._eExXoO+-]*|true|false|null|yes|no|on|off|y|n|~|\.nan|[+-]?\.inf)$", RegexOptions.IgnoreCase)]
    private static partial Regex Misread();

    [GeneratedRegex(@"\{(port(:[^}]*)?|run|results|build:[^}]*|nonce|token)\}")]
    private static partial Regex Placeholder();
}
