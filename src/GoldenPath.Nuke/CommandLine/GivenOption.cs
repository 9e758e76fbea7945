namespace GoldenPath.Nuke.CommandLine;

/// <summary>An option of a command.</summary>
/// <param name="Written">As it was written, dashes included.</param>
/// <param name="Values">The words up to the next option.</param>
internal sealed record GivenOption(string Written, IReadOnlyList<string> Values)
{
    /// <summary>The first value; <c>null</c> where there is none.</summary>
    public string? Value => Values.Count > 0 ? Values[0] : null;

    /// <summary>Whether it is the option of that name: neither case nor dashes count.</summary>
    public bool Is(string name) => string.Equals(Plain(Written), Plain(name), StringComparison.OrdinalIgnoreCase);

    /// <summary>A name without its dashes.</summary>
    public static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal);
}
