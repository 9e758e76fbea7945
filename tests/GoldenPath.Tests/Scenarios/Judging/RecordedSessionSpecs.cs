namespace GoldenPath.Tests.Scenarios.Judging;

[Trait(Speed.Name, Speed.Quick)]
public sealed class RecordedSessionSpecs
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Scenarios", "Sessions");

    public static TheoryData<string> Sessions =>
        [.. Directory.EnumerateFiles(Folder, "*.jsonl").Select(file => Path.GetFileNameWithoutExtension(file)!).Order()];

    [Theory]
    [MemberData(nameof(Sessions))]
    public void A_recorded_session_gets_the_verdict_that_a_person_would_give(string name)
    {
        var session = new RecordedSession(Path.Combine(Folder, name + ".jsonl"));

        var violations = session.Judged().SelectMany(judged => judged.Violations).ToList();

        var told = string.Join('\n', violations.Select(violation => $"{violation.Rule} {violation.Cause}: {violation.Text}"));
        if ((bool?)session.Verdict["passed"] == true)
        {
            Assert.True(violations.Count == 0, told);
            return;
        }

        Assert.True(violations.Count > 0, "It passed.");
        var (first, wanted) = (violations[0], session.Verdict);
        Assert.True((string?)wanted["cause"] == first.Cause, told);
        Assert.True((string?)wanted["rule"] == first.Rule, told);
        Assert.Equal((string?)wanted["event"] ?? first.Event, first.Event);
        Assert.Equal((int?)wanted["user"] ?? first.User, first.User);
        Assert.Equal((int?)wanted["closeCode"], first.CloseCode);
        Assert.Contains((string?)wanted["text"] ?? "", first.Text, StringComparison.Ordinal);
        Assert.Equal(wanted["frames"]?.AsArray().Select(frame => (int)frame!) ?? first.Frames, first.Frames);
    }

    [Fact]
    public void Each_recorded_session_is_there() => Assert.InRange(Sessions.Count, 80, 1000);
}
