#nullable enable
using System.Reflection;
using System.Text;
using System.Text.Json;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Keeps <c>.nuke/build.schema.json</c>, with which editors complete the parameter files.</summary>
internal static class BuildSchema
{
    public static void Update(NukeBuild build)
    {
        if (NukeBuild.BuildProjectFile is null)
            return;
        var directory = NukeBuild.RootDirectory / ".nuke";
        WriteWhenChanged(directory / "build.schema.json", Create(build));
        if (!File.Exists(directory / "parameters.json"))
            File.WriteAllText(directory / "parameters.json", "{\n  \"$schema\": \"./build.schema.json\"\n}\n");
    }

    // Untouched files keep their time, and tools that watch it stay quiet.
    private static void WriteWhenChanged(AbsolutePath file, byte[] content)
    {
        if (!File.Exists(file) || !File.ReadAllBytes(file).AsSpan().SequenceEqual(content))
            File.WriteAllBytes(file, content);
    }

    private static byte[] Create(NukeBuild build)
    {
        var parameters = BuildMembers.Parameters(build.GetType(), unlisted: true).ToLookup(x => x.DeclaringType == typeof(NukeBuild));
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-04/schema#");
            json.WriteStartObject("definitions");
            WriteDefinition(json, nameof(Host), Host.Names);
            WriteDefinition(
                json,
                nameof(ExecutableTarget),
                build.ExecutableTargets.Select(x => x.Name).Order(StringComparer.InvariantCulture)
            );
            WriteDefinition(json, nameof(Verbosity), Enum.GetNames<Verbosity>());
            json.WriteStartObject(nameof(NukeBuild));
            WriteProperties(json, parameters[true]);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartArray("allOf");
            json.WriteStartObject();
            WriteProperties(json, parameters[false]);
            json.WriteEndObject();
            json.WriteStartObject();
            json.WriteString("$ref", $"#/definitions/{nameof(NukeBuild)}");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. stream.ToArray(), .. Encoding.UTF8.GetBytes(Environment.NewLine)];
    }

    private static void WriteDefinition(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartObject(name);
        json.WriteString("type", "string");
        WriteEnum(json, values);
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, IEnumerable<MemberInfo> members)
    {
        json.WriteStartObject("properties");
        foreach (var member in members)
        {
            json.WriteStartObject(ParameterNames.Of(member));
            if (member.GetCustomAttribute<ParameterAttribute>()!.Description is { } description)
                json.WriteString("description", description.TrimEnd('.'));
            if (member.IsDefined(typeof(SecretAttribute)))
                json.WriteString("default", "Secrets must be entered via 'nuke :secrets [profile]'");
            WriteType(json, BuildMembers.TypeOf(member));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter json, Type type)
    {
        if (type == typeof(IReadOnlyCollection<ExecutableTarget>))
        {
            json.WriteString("type", "array");
            json.WriteStartObject("items");
            json.WriteString("$ref", $"#/definitions/{nameof(ExecutableTarget)}");
            json.WriteEndObject();
        }
        else if (type.GetElementType() is { } element)
        {
            json.WriteString("type", "array");
            json.WriteStartObject("items");
            WriteType(json, element);
            json.WriteEndObject();
        }
        else if (type == typeof(Verbosity) || type == typeof(Host))
        {
            json.WriteString("$ref", $"#/definitions/{type.Name}");
        }
        else
        {
            WriteScalar(json, type);
        }
    }

    private static void WriteScalar(Utf8JsonWriter json, Type type)
    {
        var scalar = ValueConverter.Scalar(type);
        var name =
            scalar == typeof(bool) ? "boolean"
            : scalar == typeof(int) ? "integer"
            : "string";
        if (scalar == type)
        {
            json.WriteString("type", name);
        }
        else
        {
            json.WriteStartArray("type");
            json.WriteStringValue(name);
            json.WriteStringValue("null");
            json.WriteEndArray();
        }

        if (scalar.IsEnum)
            WriteEnum(json, Enum.GetNames(scalar));
        else if (scalar.IsAssignableTo(typeof(Enumeration)))
            WriteEnum(json, scalar.GetFields(BindingFlags.Public | BindingFlags.Static).Select(x => x.Name));
    }

    private static void WriteEnum(Utf8JsonWriter json, IEnumerable<string> values)
    {
        json.WriteStartArray("enum");
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
