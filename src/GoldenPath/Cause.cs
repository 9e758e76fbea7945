using System.Text.Json.Serialization;

namespace GoldenPath;

/// <summary>A named root cause, such as <c>port.in-use</c>: a word of <see cref="Causes"/>, with its family before the dot.</summary>
/// <param name="Name">The whole name.</param>
[JsonConverter(typeof(CauseConverter))]
public readonly record struct Cause(string Name)
{
    /// <summary>The part before the dot: <c>port</c> of <c>port.in-use</c>. A name without a dot is a family of its own.</summary>
    public string Family => Name.Split('.', 2)[0];

    /// <summary>The cause of a name.</summary>
    public static implicit operator Cause(string name) => new(name);

    /// <summary>The cause of a name.</summary>
    public static Cause FromString(string name) => new(name);

    /// <summary>Whether it belongs to one of these families.</summary>
    public bool IsOf(params ReadOnlySpan<string> families) => families.Contains(Family);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
