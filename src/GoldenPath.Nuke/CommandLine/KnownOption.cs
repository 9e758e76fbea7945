using System.Collections;
using System.ComponentModel;
using System.Reflection;
using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Tooling;

namespace GoldenPath.Nuke.CommandLine;

/// <summary>An option that a build knows: a parameter of its own, of its components or of the engine.</summary>
/// <param name="Name">As the command line writes it, <c>--dry-run</c>.</param>
/// <param name="Type">The type of its value.</param>
internal sealed record KnownOption(string Name, Type Type)
{
    /// <summary>What it does; <c>null</c> where nobody says.</summary>
    public string? Description { get; init; }

    /// <summary>Whether its value is nobody's to see.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether it may stand alone, and then means yes.</summary>
    public bool IsSwitch => Scalar == typeof(bool);

    /// <summary>Whether it takes several values.</summary>
    public bool IsList => Type != typeof(string) && Type.IsAssignableTo(typeof(IEnumerable));

    private Type Scalar => Nullable.GetUnderlyingType(Type) ?? Type.GetElementType() ?? Type;

    /// <summary>What it takes, where a word is nothing of the kind; <c>null</c> where the word may be meant.</summary>
    public string? Instead(string word) =>
        Choices is { Count: > 0 } choices
            ? choices.Any(choice => IsMeant(choice, word))
                ? null
                : string.Join(", ", choices)
            : IsSwitch
                ? bool.TryParse(word, out _)
                    ? null
                    : "true or false"
                : Scalar.IsPrimitive && !TypeDescriptor.GetConverter(Scalar).IsValid(word)
                    ? "a number"
                    : null;

    // The words that it takes, where only certain ones can be meant.
    private IReadOnlyList<string> Choices =>
        Scalar.IsEnum ? Enum.GetNames(Scalar)
        : Scalar.IsAssignableTo(typeof(Enumeration))
            ? [.. Scalar.GetFields(BindingFlags.Public | BindingFlags.Static).Select(member => member.Name)]
        : Type == typeof(Host) ? [.. Hosts.Select(host => host.Name).Order(StringComparer.Ordinal)]
        : [];

    private static IEnumerable<Type> Hosts =>
        new[] { typeof(Host).Assembly, typeof(GitHubActions).Assembly }
            .Distinct()
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(Host)));

    // Nuke takes the end of a host's name for the whole.
    private bool IsMeant(string choice, string word) =>
        Type == typeof(Host)
            ? choice.EndsWith(word, StringComparison.OrdinalIgnoreCase)
            : choice.Equals(word, StringComparison.OrdinalIgnoreCase);
}
