namespace GoldenPath.Adopting;

/// <summary>A test command as it will be declared.</summary>
/// <param name="Command">The words of the command.</param>
/// <param name="Results">The files that it writes.</param>
/// <param name="Directory">Where it runs.</param>
/// <param name="Environment">Its variables.</param>
/// <param name="Place">Where it comes from.</param>
internal sealed record TestDraft(
    IReadOnlyList<string> Command,
    string Results,
    string Directory,
    IReadOnlyDictionary<string, string> Environment,
    string Place
);
