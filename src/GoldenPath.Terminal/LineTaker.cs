namespace GoldenPath.Terminal;

/// <summary>Takes every line that a run tells, such as the log of a build engine.</summary>
/// <param name="kind">What it is for.</param>
/// <param name="line">The line, printable.</param>
/// <returns>Whether it has shown the line, so that nobody else shall.</returns>
public delegate bool LineTaker(LineKind kind, string line);
