namespace GoldenPath.Tests.Pipeline;

/// <summary>A run that uses up its budget says so in a line, wherever it was.</summary>
public sealed class BudgetSpecs
{
    [Spec]
    public async Task A_test_command_is_stopped_when_the_budget_is_used_up()
    {
        using var folder = new PipelineFolder(
            Listening(
                "http: /",
                """
                smoke:
                  - { command: [sleep, "60"], results: "{results}/*.xml" }
                """
            )
        );

        var ended = (await folder.RunAsync("SmokeTest", "--timeout", "6s", "--no-issue")).Exits(1);

        ended.Says("'sleep 60' had not ended when the run's budget of 6 s (--timeout) was used up").SaysNothingOf("   at ");
        Assert.Equal("tests.timed-out", (string?)folder.Result["diagnosis"]!["cause"]);
        await RunTraces.EndAsync(folder, ended.Text);
    }

    [Spec]
    public async Task A_wait_ends_when_the_budget_is_used_up()
    {
        using var folder = new PipelineFolder(
            Listening(
                "log: never, timeout: 50s",
                """
                smoke:
                  - { command: ["true"], results: "{results}/*.xml" }
                """
            )
        );

        var ended = (await folder.RunAsync("SmokeTest", "--timeout", "4s", "--no-issue")).Exits(2);

        ended
            .Says("The run's budget of 4 s (--timeout) was used up before 'backend' was ready.")
            .Says("no line of its log matched 'never'")
            .SaysNothingOf("   at ");
        Assert.NotEqual("service.not-started", (string?)folder.Result["diagnosis"]!["cause"]);
        Assert.Equal("environment", (string?)folder.Result["verdict"]);
        await RunTraces.EndAsync(folder, ended.Text);
    }

    private static string Listening(string ready, string smoke) =>
        $$"""
            name: budget
            services:
              backend: { process: { command: [dotnet, "{{Programs.Misbehaving}}", listen, "127.0.0.1:{port}", +, hang] }, port: 0, ready: { {{ready}} } }
            {{smoke}}
            """;
}
