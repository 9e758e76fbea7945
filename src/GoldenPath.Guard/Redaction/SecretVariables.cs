using System.Collections;

namespace GoldenPath.Guard.Redaction;

/// <summary>Tells from their names which environment variables hold secrets.</summary>
internal static class SecretVariables
{
    private const int ShortestValue = 6;

    private static readonly string[] Anywhere = ["TOKEN", "SECRET", "PASSWORD", "PASSWD", "PASSPHRASE", "CREDENTIAL", "APIKEY", "JWT"];
    private static readonly string[] Words = ["KEY", "KEYS", "PASS", "PWD", "PAT"];

    /// <summary>Whether a variable of this name is likely to hold a secret.</summary>
    public static bool IsSecret(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var upper = name.ToUpperInvariant();
        return upper is not ("PWD" or "OLDPWD")
            && (
                Anywhere.Any(word => upper.Contains(word, StringComparison.Ordinal))
                || upper.Split('_', '-', '.').Any(part => Words.Contains(part) || part.EndsWith("KEY", StringComparison.Ordinal))
            );
    }

    /// <summary>The secrets of an environment. Short values and paths of existing files are left out.</summary>
    public static IEnumerable<string> Values(IDictionary environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        foreach (DictionaryEntry variable in environment)
        {
            if (variable is { Key: string name, Value: string { Length: >= ShortestValue } value } && IsSecret(name) && !Path.Exists(value))
            {
                yield return value;
            }
        }
    }
}
