using System.Globalization;
using System.Text.Json.Nodes;

namespace GoldenPath.Tests.Pipeline;

public sealed class TestJournalSpecs
{
    [Spec]
    public async Task Each_test_is_in_the_journal_with_its_outcome_and_its_time()
    {
        await using var stage = await TestStage.StartAsync();
        var soon = TimeProvider.System.GetUtcNow().AddMilliseconds(500);
        stage.Write(
            "r.xml",
            $"<testsuite timestamp='{soon:O}'><testcase name='a' time='0.25'/><testcase name='b' time='1,000.5'><failure>no</failure></testcase></testsuite>"
        );
        await stage.RunAsync("cp r.xml $RESULTS/r.xml");

        var tests = Tests(stage);
        Assert.Equal(
            [("a", "passed", 250.0), ("b", "failed", 1_000_500.0)],
            tests.Select(test => ((string)test["name"]!, (string)test["outcome"]!, (double)test["took"]!))
        );
        Assert.Equal(250, (double)tests[1]["began"]! - (double)tests[0]["began"]!, 0.2);
    }

    [Spec]
    public async Task A_time_that_was_not_during_the_command_is_not_believed()
    {
        await using var stage = await TestStage.StartAsync();
        stage.Write(
            "r.xml",
            "<testsuite timestamp='2001-02-03T04:05:06Z'><testcase name='a' time='0.25'/><testcase name='b' time='soon'/></testsuite>"
        );
        await stage.RunAsync("cp r.xml $RESULTS/r.xml");

        Assert.All(Tests(stage), test => Assert.Null(test["began"]));
        Assert.Null(Tests(stage)[1]["took"]);
    }

    [Spec]
    public async Task Of_many_tests_the_journal_keeps_the_first_and_counts_the_others()
    {
        await using var stage = await TestStage.StartAsync();
        stage.Write(
            "r.xml",
            $"<testsuite>{string.Concat(Enumerable.Range(1, 2_050).Select(number => string.Create(CultureInfo.InvariantCulture, $"<testcase name='t{number}'/>")))}</testsuite>"
        );
        await stage.RunAsync("cp r.xml $RESULTS/r.xml");

        Assert.Equal(2_000, Tests(stage).Count);
        Assert.Contains("50 more tests of tests.1 are only counted", stage.Journal, StringComparison.Ordinal);
    }

    private static List<JsonNode> Tests(TestStage stage) =>
        [
            .. stage
                .Journal.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!)
                .Where(entry => (string?)entry["kind"] == "test"),
        ];
}
