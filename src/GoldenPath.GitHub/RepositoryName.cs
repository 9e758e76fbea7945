using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace GoldenPath.GitHub;

/// <summary>A repository on GitHub.</summary>
/// <param name="Owner">The user or organisation.</param>
/// <param name="Name">The repository's own name.</param>
public sealed partial record RepositoryName(string Owner, string Name)
{
    /// <summary>Reads <c>owner/name</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RepositoryName? repository)
    {
        var match = Shape().Match(text?.Trim() ?? "");
        repository = match.Success ? new(match.Groups[1].Value, match.Groups[2].Value) : null;
        return match.Success;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Owner}/{Name}";

    [GeneratedRegex(@"^([A-Za-z0-9][A-Za-z0-9-]{0,99})/(?!\.{1,2}$)([A-Za-z0-9._-]{1,100})$")]
    private static partial Regex Shape();
}
