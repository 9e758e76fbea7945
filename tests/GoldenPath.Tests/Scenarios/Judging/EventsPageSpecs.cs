using GoldenPath.Configuration;
using GoldenPath.TestKit.Scoring;

namespace GoldenPath.Tests.Scenarios.Judging;

/// <summary><c>docs/events.md</c> shows a stream that breaks each rule, and what is said of it.</summary>
/// <remarks><c>GOLDENPATH_WRITE_DOCS=1</c> has it written anew.</remarks>
[Trait(Speed.Name, Speed.Quick)]
public sealed class EventsPageSpecs
{
    [Spec]
    public async Task The_page_shows_what_the_judge_says()
    {
        var (file, region) = (Repository.File("docs/events.md"), new GeneratedText("rules"));
        var written = EventRulesText.Write(Session);
        if (Environment.GetEnvironmentVariable("GOLDENPATH_WRITE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(file, region.Replace(await File.ReadAllTextAsync(file), written));
        }

        Assert.Equal(written, region.In(await File.ReadAllTextAsync(file)));
    }

    [Fact]
    public void Every_rule_that_can_be_declared_is_shown_and_broken_by_its_stream()
    {
        Assert.Subset(EventRulesText.Rules.Select(rule => rule.Rule).ToHashSet(), ExpectDefinition.AgentRules.ToHashSet());
        Assert.All(
            EventRulesText.Rules,
            rule => Assert.Equal(rule.Rule, Session(rule.Session).Judged().SelectMany(judged => judged.Violations).First().Rule)
        );
    }

    private static RecordedSession Session(string name) =>
        new(Path.Combine(AppContext.BaseDirectory, "Scenarios", "Sessions", name + ".jsonl"));
}
