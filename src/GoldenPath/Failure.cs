namespace GoldenPath;

/// <summary>What a stage saw go wrong: its observation, not yet a diagnosis.</summary>
public sealed record Failure
{
    /// <summary>A name from <see cref="Causes"/>.</summary>
    public required Cause Cause { get; init; }

    /// <summary>What kind of end it is. Default: something broke.</summary>
    public FailureKind Kind { get; init; }

    /// <summary>Whether somebody has to find out why: it was neither a wrong command nor somebody's wish.</summary>
    internal bool IsIncident => Kind is FailureKind.Broken or FailureKind.Contradictory or FailureKind.Unexpected;

    /// <summary>One line: what happened, to what, after how long.</summary>
    public required string Summary { get; init; }

    /// <summary>Further lines for a person: last answers, process state, timeline, log tail.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>The service it happened to; <c>null</c> where none is concerned.</summary>
    public string? Service { get; init; }

    /// <summary>The scenario or test that failed; <c>null</c> where none had begun.</summary>
    public string? Test { get; init; }

    /// <summary>Captured facts that show it.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>What to do about it.</summary>
    public IReadOnlyList<Remedy> Remedies { get; init; } = [];

    /// <summary>The same with the pipeline's own command in its remedies.</summary>
    internal Failure Worded(string pipeline) => this with { Remedies = [.. Remedies.Select(remedy => remedy.Worded(pipeline))] };

    /// <summary>The same without secrets.</summary>
    internal Failure Redacted(Func<string, string> redact) =>
        this with
        {
            Summary = redact(Summary),
            Details = [.. Details.Select(redact)],
            Evidence = [.. Evidence.Select(evidence => evidence with { Text = redact(evidence.Text) })],
            Remedies =
            [
                .. Remedies.Select(remedy =>
                    remedy with
                    {
                        Text = redact(remedy.Text),
                        Command = remedy.Command is { } command ? Outside(redact(command)) : null,
                    }
                ),
            ],
        };

    // Home folders become "~" when text is redacted, which the shell knows only outside of quotes.
    private static string Outside(string command) =>
        OperatingSystem.IsWindows() ? command : command.Replace("'~/", "~/'", StringComparison.Ordinal);
}
