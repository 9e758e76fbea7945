namespace Nuke.Common.Tooling;

/// <summary>Settings that are never changed: each change makes a copy.</summary>
public class Options
{
    private Dictionary<string, object> _values = [];

    internal T Get<T>(string name) => _values.TryGetValue(name, out var value) ? (T)value : default;

    internal Options Copy(string name, object value)
    {
        var copy = (Options)MemberwiseClone();
        copy._values = new Dictionary<string, object>(_values) { [name] = value };
        return copy;
    }
}
