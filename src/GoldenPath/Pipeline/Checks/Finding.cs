namespace GoldenPath.Pipeline.Checks;

/// <summary>What a check found before a run.</summary>
/// <param name="State">What it means.</param>
/// <param name="Check">What was looked at, in a word: <c>port</c>, <c>executable</c>, …</param>
/// <param name="Text">What was found, to what, in one line.</param>
internal sealed record Finding(FindingState State, string Check, string Text)
{
    /// <summary>What to do about it.</summary>
    public IReadOnlyList<Remedy> Remedies { get; init; } = [];

    public static Finding Ok(string check, string text) => new(FindingState.Ok, check, text);

    public static Finding Warning(string check, string text, params Remedy[] remedies) =>
        new(FindingState.Warning, check, text) { Remedies = remedies };

    public static Finding Problem(string check, string text, params Remedy[] remedies) =>
        new(FindingState.Problem, check, text) { Remedies = remedies };

    public static Finding Problem(string check, Failure failure) => Problem(check, failure.Summary, [.. failure.Remedies]);

    /// <summary>The finding as a person reads it: what to do is the end of the line.</summary>
    public string Line => string.Join(" ", [Text, .. Remedies.Select(Word)]);

    private static string Word(Remedy remedy) => remedy.Command is null ? remedy.Text : $"{remedy.Text} ({remedy.Command})";
}
