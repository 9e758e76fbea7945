using GoldenPath.Configuration;
using GoldenPath.Guard.Redaction;
using GoldenPath.Runs;
using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Walking;

/// <summary>What all users of one walk share.</summary>
/// <param name="Scenario">What is walked.</param>
/// <param name="Settings">How.</param>
/// <param name="Journal">Where the frames go.</param>
/// <param name="Redactor">What must learn the tokens.</param>
internal sealed record WalkContext(ScenarioDefinition Scenario, ScenarioSettings Settings, FrameJournal Journal, Redactor Redactor)
{
    private const string Nonce = "{nonce}";
    private const string Token = "{token}";

    /// <summary>What the nonces of this walk have in common.</summary>
    public NonceMark Mark { get; } = new();

    /// <summary>How much is kept of a session.</summary>
    public RecordingLimits Limits { get; init; } = new();

    /// <summary>The run's time.</summary>
    public RunClock Clock => Journal.Clock;

    /// <summary>What was expected, with the run's placeholders filled in.</summary>
    public ExpectDefinition Expect { get; } =
        Scenario.Expect.Answer is { } answer
            ? Scenario.Expect with
            {
                Answer = answer with { Contains = Filled(answer.Contains, Settings), Matches = Filled(answer.Matches, Settings) },
            }
            : Scenario.Expect;

    /// <summary>What a user without a token shows: the carrier and the headers, with the run's placeholders filled in.</summary>
    public Credentials Credentials { get; } =
        new(Scenario.Connect.Token with { Text = Filled(Scenario.Connect.Token.Text, Settings, Token)! }, null)
        {
            Headers = Scenario.Connect.Headers.ToDictionary(header => header.Key, header => Filled(header.Value, Settings, Token)!),
        };

    /// <summary>Fills the run's placeholders in.</summary>
    public string Fill(string text) => Settings.Fill(text);

    /// <summary>A deadline on the run's clock.</summary>
    public Deadline Within(TimeSpan time, CancellationToken around) => new(time, Clock.Time, around);

    /// <summary>Where a user's frames go.</summary>
    public SessionLog LogFor(int user) => new(Journal, new SessionLabel(Scenario.Name, user), Limits);

    // What differs from session to session stays to be filled in later, and the run has no value for it.
    private static string? Filled(string? text, ScenarioSettings settings, string later = Nonce) =>
        text is null ? null : string.Join(later, text.Split(later).Select(settings.Fill));
}
