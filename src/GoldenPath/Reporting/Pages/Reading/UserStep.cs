namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>A step of a user's session.</summary>
/// <param name="Name">What was sent or came.</param>
/// <param name="After">When, in milliseconds from the sending.</param>
/// <param name="Times">How many times in a row.</param>
/// <param name="IsEnd">Whether it is how the session ended, short of the end of its run.</param>
internal sealed record UserStep(string Name, double After, int Times, bool IsEnd)
{
    /// <summary>Its name, with how often it came.</summary>
    public string Label => Times > 1 ? $"{Name} × {Times}" : Name;
}
