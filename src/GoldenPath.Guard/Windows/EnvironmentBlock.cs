using System.Text;

namespace GoldenPath.Guard.Windows;

/// <summary>Writes an environment as Windows takes it: one text, sorted by name in any case, each variable and the whole ended by a NUL.</summary>
internal static class EnvironmentBlock
{
    public static string Of(IEnumerable<KeyValuePair<string, string>> variables)
    {
        var block = new StringBuilder();
        foreach (var (name, value) in variables.OrderBy(variable => variable.Key, StringComparer.OrdinalIgnoreCase))
        {
            block.Append(name).Append('=').Append(value).Append('\0');
        }
        return block.Append('\0', block.Length == 0 ? 2 : 1).ToString();
    }
}
