using System.Collections;
using GoldenPath.Guard.Leases;

namespace GoldenPath.Services;

/// <summary>Composes the whole environment of a child: inherited, less the tracker's token, plus what its declaration says.</summary>
internal static class ChildEnvironment
{
    /// <summary>Names that would steer the build itself are set aside under this prefix by the entry scripts.</summary>
    private const string SetAside = "GOLDENPATH_ENV_";

    /// <summary>Without case and punctuation, as the build reads names.</summary>
    private static readonly string[] TrackerTokens = ["GITHUBTOKEN", "GHTOKEN", "NUKEGITHUBTOKEN"];

    private static StringComparer Names => OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The environment of a child.</summary>
    /// <param name="inherited">The environment of this process.</param>
    /// <param name="declared">What is set on top; <c>null</c> removes a variable.</param>
    /// <param name="marker">The word by which the run is recognised; added to those of the runs that this one is nested in.</param>
    public static IReadOnlyDictionary<string, string> Compose(
        IDictionary inherited,
        IReadOnlyDictionary<string, string?> declared,
        string marker
    )
    {
        var environment = new Dictionary<string, string>(Names);
        foreach (DictionaryEntry variable in inherited)
        {
            environment[(string)variable.Key] = (string?)variable.Value ?? "";
        }
        GiveBack(environment);
        foreach (var token in environment.Keys.Where(IsTrackerToken).ToArray())
        {
            environment.Remove(token);
        }
        foreach (var (name, value) in declared)
        {
            Set(environment, name, value);
        }
        environment[Lease.Marker] = inherited[Lease.Marker] is string { Length: > 0 } outer ? $"{outer} {marker}" : marker;
        return environment;
    }

    private static void GiveBack(Dictionary<string, string> environment)
    {
        foreach (
            var name in environment
                .Keys.Where(name => name.StartsWith(SetAside, StringComparison.Ordinal) && name.Length > SetAside.Length)
                .ToArray()
        )
        {
            environment[name[SetAside.Length..]] = environment[name];
            environment.Remove(name);
        }
    }

    private static bool IsTrackerToken(string name) =>
        TrackerTokens.Contains(string.Concat(name.Where(char.IsLetterOrDigit)), StringComparer.OrdinalIgnoreCase);

    private static void Set(Dictionary<string, string> environment, string name, string? value)
    {
        if (value is null)
        {
            environment.Remove(name);
        }
        else
        {
            environment[name] = value;
        }
    }
}
