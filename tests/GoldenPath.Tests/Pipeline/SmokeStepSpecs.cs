namespace GoldenPath.Tests.Pipeline;

/// <summary>What several steps of <c>smoke:</c> come to together.</summary>
public sealed class SmokeStepSpecs
{
    private const string Failing = "<testsuite><testcase name='events arrive'><failure message='got 4'/></testcase></testsuite>";
    private const string HalfPair = "<testsuite><testcase name='half &#xd83d; smile'/></testsuite>";
    private const string CutOff = "<testsuite><testcase name='a'/>";

    [TableSpec]
    [InlineData(Failing, HalfPair)]
    [InlineData(Failing, CutOff)]
    [InlineData(CutOff, Failing)]
    public async Task A_step_that_proves_nothing_hides_no_failure(string first, string second)
    {
        using var folder = Folder(first, second);

        (await folder.RunAsync("SmokeTest", "--no-issue")).Exits(1).Says("got 4");

        Assert.Equal(("product", "tests.failed"), ((string?)folder.Result["verdict"], (string?)folder.Result["diagnosis"]!["cause"]));
    }

    [Spec]
    public async Task A_flaky_test_is_told_in_the_result_the_summary_and_the_console()
    {
        using var folder = Folder(
            "<testsuite><testcase name='@ws arrives'><failure/></testcase><testcase name='@ws arrives'/></testsuite>",
            HalfPair
        );

        (await folder.RunAsync("SmokeTest", "--no-issue")).Exits(0).Says("Flaky, failed first and passed when run again: @ws arrives");

        var smoke = folder.Result["smoke"]!;
        Assert.Equal((2, 2, 0, 1), ((int)smoke["total"]!, (int)smoke["passed"]!, (int)smoke["failed"]!, (int)smoke["flaky"]!));
        Assert.Equal("@ws arrives", (string?)smoke["flakyTests"]![0]);
        Assert.Contains(
            "Flaky, failed first and passed when run again: 1.",
            folder.Read("artifacts/golden-path/latest/summary.md"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Flaky, failed first and passed when run again: 1.",
            folder.Read("artifacts/golden-path/latest/report.html"),
            StringComparison.Ordinal
        );
    }

    private static PipelineFolder Folder(string first, string second)
    {
        var folder = new PipelineFolder(
            Configurations.Backend(
                ready: "http: /ready, timeout: 20s",
                smoke: """
                smoke:
                  - { command: [cp, first.xml, "{results}/first.xml"], results: "{results}/first.xml" }
                  - { command: [cp, second.xml, "{results}/second.xml"], results: "{results}/second.xml" }
                """
            )
        );
        folder.Write("first.xml", first);
        folder.Write("second.xml", second);
        return folder;
    }
}
