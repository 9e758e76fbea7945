#nullable enable
using System.Collections;
using Serilog;

namespace Nuke.Common.ValueInjection;

/// <summary>The environment as a source of parameters: case and punctuation of a name do not count, a leading NUKE is optional.</summary>
internal sealed class EnvironmentValues
{
    private readonly Dictionary<string, string> _exact = [];
    private readonly ILookup<string, string> _plain;

    public EnvironmentValues(IDictionary variables)
    {
        foreach (DictionaryEntry variable in variables)
            _exact[(string)variable.Key] = (string?)variable.Value ?? "";
        _plain = _exact.ToLookup(x => Plain(x.Key), x => x.Value, StringComparer.OrdinalIgnoreCase);
    }

    public object? Find(string name, Type type, char separator)
    {
        if (Lookup(name) is not { } text)
            return null;
        var values = text.Split(separator).Where(x => !string.IsNullOrWhiteSpace(x)).ToList();
        return ValueConverter.Convert(name, values, type, flag: false);
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    private string? Lookup(string name)
    {
        if (_exact.TryGetValue(name, out var exact))
            return exact;
        var values = _plain[Plain(name)].Concat(_plain["NUKE" + Plain(name)]).ToList();
        if (values.Count > 1)
            Log.Warning("Could not resolve {VariableName} since multiple values are provided", name);
        return values.Count == 1 ? values[0] : null;
    }
}
