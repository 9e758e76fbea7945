using System.Text;
using System.Text.RegularExpressions;

namespace GoldenPath.Configuration.Reading;

/// <summary>Fills <c>${NAME}</c> and <c>${NAME:-default}</c> from the environment; <c>$${</c> stands for a literal <c>${</c>.</summary>
/// <param name="variable">The environment.</param>
internal sealed partial class Variables(Func<string, string?> variable)
{
    /// <summary>Expands a text.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="escape">Makes what comes from the environment, and what is literal, safe from being read as a placeholder.</param>
    /// <param name="problem">Is told what is wrong, and the fix.</param>
    public string Expand(string text, Func<string, string> escape, Action<string, string> problem)
    {
        var expanded = new StringBuilder();
        var position = 0;
        while (text.IndexOf("${", position, StringComparison.Ordinal) is >= 0 and var start)
        {
            var isLiteral = start > position && text[start - 1] == '$';
            expanded.Append(text, position, start - position - (isLiteral ? 1 : 0));
            var end = End(text, start);
            if (isLiteral)
                expanded.Append(escape(text[start..(end < 0 ? start + 2 : end)]));
            else if (end < 0)
                problem("'${' is never closed", "Close it with }, or write $${ for a literal ${");
            else
                expanded.Append(Value(text[(start + 2)..(end - 1)], escape, problem));
            position = end < 0 ? start + 2 : end;
        }
        return expanded.Append(text, position, text.Length - position).ToString();
    }

    private string Value(string expression, Func<string, string> escape, Action<string, string> problem)
    {
        if (Expression().Match(expression) is not { Success: true } match)
        {
            problem($"'${{{expression}}}' is neither ${{NAME}} nor ${{NAME:-default}}", "Write $${ for a literal ${");
            return "";
        }
        var name = match.Groups["name"].Value;
        var value = variable(name);
        if (match.Groups["default"] is { Success: true } other)
            return string.IsNullOrEmpty(value) ? Expand(other.Value, escape, problem) : escape(value);
        if (value is null)
            problem($"${{{name}}} is not set in the environment", "Set it, or give a default: ${NAME:-default}");
        return escape(value ?? "");
    }

    /// <summary>Where the brace that opens at <paramref name="start"/> + 1 has been closed; a default may hold braces itself.</summary>
    private static int End(string text, int start)
    {
        var depth = 0;
        for (var index = start + 1; index < text.Length; index++)
        {
            depth += text[index] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (depth == 0)
                return index + 1;
        }
        return -1;
    }

    [GeneratedRegex("^(?<name>[A-Za-z_][A-Za-z0-9_]*)(:-(?<default>.*))?\\z", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Expression();
}
