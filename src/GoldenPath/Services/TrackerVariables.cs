using System.Collections;

namespace GoldenPath.Services;

/// <summary>The environment variables that hold the tracker's token. Services, builds and tests do not inherit them.</summary>
public static class TrackerVariables
{
    private static readonly string[] Names = ["GITHUBTOKEN", "NUKEGITHUBTOKEN", "GHTOKEN", "GITHUBENTERPRISETOKEN", "GHENTERPRISETOKEN"];

    /// <summary>The variables that are set in this process, each with <c>null</c>, as <see cref="ProcessSpec.Environment"/> takes them away.</summary>
    public static IReadOnlyDictionary<string, string?> Removed =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => (string)variable.Key)
            .Where(IsToken)
            .ToDictionary(name => name, _ => (string?)null);

    /// <summary>Whether a variable holds the token; build tools ignore case and punctuation of such names.</summary>
    private static bool IsToken(string name) => Names.Contains(string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant());
}
