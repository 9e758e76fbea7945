namespace GoldenPath.Configuration;

/// <summary>Something wrong in a configuration file. Its text is one line: <c>goldenpath.yml:7: message. Fix</c>.</summary>
/// <param name="File">The file as its user names it: relative to the working directory where it is inside.</param>
/// <param name="Line">The line, from 1; 0 where the file as a whole is concerned.</param>
/// <param name="Column">The column, from 1; 0 where the file as a whole is concerned.</param>
/// <param name="Message">What is wrong, with the path of the key and the offending value.</param>
/// <param name="Fix">What to do about it; <c>null</c> where the message says it.</param>
internal sealed record ConfigurationProblem(string File, int Line, int Column, string Message, string? Fix = null)
{
    /// <summary>The problem in one line.</summary>
    public override string ToString() => (Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}") + (Fix is null ? "" : $". {Fix}");
}
