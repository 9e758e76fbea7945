namespace GoldenPath.Configuration.Reading;

/// <summary>A value of a YAML file with its place. Aliases share the node of their anchor.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal abstract record Node(int Line, int Column);
