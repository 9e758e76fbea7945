namespace GoldenPath.Diagnosis.Explanations;

/// <summary>What a sign in a log means for the service that wrote it.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Summary">One line for a person.</param>
/// <param name="Says">What the log says, in other words.</param>
/// <param name="IsBorneOut">Whether the state of the machine bears it out.</param>
internal sealed record Account(string Cause, string Summary, string Says, bool IsBorneOut)
{
    /// <summary>The state of the machine, as steps of the chain.</summary>
    public IReadOnlyList<Why> State { get; init; } = [];

    /// <summary>What mends it.</summary>
    public IReadOnlyList<Remedy> Remedies { get; init; } = [];
}
