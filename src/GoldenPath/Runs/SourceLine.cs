namespace GoldenPath.Runs;

/// <summary>A place in a file of the checkout.</summary>
/// <param name="File">Its path from the root of the checkout, with slashes.</param>
/// <param name="Line">The line, from 1; <c>null</c> where the file as a whole is meant.</param>
internal sealed record SourceLine(string File, int? Line);
