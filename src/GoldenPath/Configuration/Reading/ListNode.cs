namespace GoldenPath.Configuration.Reading;

/// <summary>A sequence of values.</summary>
internal sealed record ListNode(int Line, int Column, IReadOnlyList<Node> Items) : Node(Line, Column);
