namespace GoldenPath.Runs;

/// <summary>What git said.</summary>
internal sealed record GitAnswer(int ExitCode, string Output, string Errors)
{
    /// <summary>Whether it did what it was asked.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>The first line of its complaint.</summary>
    public string Complaint => Errors.Trim().Split('\n', 2)[0];
}
