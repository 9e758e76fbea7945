namespace GoldenPath.Tests.Architecture;

/// <summary>A type of one folder that knows a type of another.</summary>
/// <param name="From">The folder that knows.</param>
/// <param name="Type">Its type.</param>
/// <param name="To">The folder that is known.</param>
/// <param name="Known">Its type.</param>
internal sealed record Use(string From, string Type, string To, string Known)
{
    /// <summary>The use in a line.</summary>
    public override string ToString() => $"{Type} knows {Known}";
}
