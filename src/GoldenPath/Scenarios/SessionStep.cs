namespace GoldenPath.Scenarios;

/// <summary>A step of a session.</summary>
/// <param name="Name">What was sent or came, with its tool where it has one; or how the connection ended.</param>
/// <param name="At">When, counted from the sending of the trigger.</param>
/// <param name="Times">How many times it came in a row.</param>
/// <param name="IsEnd">Whether it is how the connection ended, or that nothing more came.</param>
internal sealed record SessionStep(string Name, TimeSpan At, int Times = 1, bool IsEnd = false);
