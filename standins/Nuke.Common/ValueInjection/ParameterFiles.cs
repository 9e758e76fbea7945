#nullable enable
using System.Reflection;
using System.Text.Json;
using Nuke.Common.IO;

namespace Nuke.Common.ValueInjection;

/// <summary><c>.nuke/parameters.json</c> and those of the loaded profiles; the last profile wins. Names are case-sensitive.</summary>
internal sealed class ParameterFiles
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly AbsolutePath _root;
    private readonly List<JsonDocument> _files;

    public ParameterFiles(AbsolutePath root, IEnumerable<string> profiles)
    {
        _root = root;
        var files = profiles.Select(x => root / ".nuke" / $"parameters.{x}.json").ToList();
        foreach (var file in files)
            Assert.FileExists(file, $"There is no '{file}' for the profile that was asked for.");
        var common = root / ".nuke" / "parameters.json";
        _files = [.. files.AsEnumerable().Reverse().Append(common).Where(x => File.Exists(x)).Select(Read)];
    }

    public object? Find(string name, Type type, MemberInfo? member)
    {
        foreach (var file in _files)
        {
            if (!file.RootElement.TryGetProperty(name, out var value))
                continue;
            // A secret in a file is encrypted by the real global tool, which a stand-in cannot undo.
            Assert.True(
                member?.IsDefined(typeof(SecretAttribute)) != true,
                $"The value of '{name}' in a parameter file could not be decrypted."
            );
            return Convert(name, value, type);
        }

        return null;
    }

    private object? Convert(string name, JsonElement value, Type type)
    {
        if (typeof(IAbsolutePathHolder).IsAssignableFrom(ValueConverter.Scalar(type)))
            return _root / value.GetString();
        var words = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Word) : [Word(value)];
        return value.ValueKind == JsonValueKind.Null ? null : ValueConverter.Convert(name, [.. words], type, flag: true);
    }

    private static string Word(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static JsonDocument Read(AbsolutePath file) => JsonDocument.Parse(File.ReadAllBytes(file), Lenient);
}
