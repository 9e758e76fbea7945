using System.Text.RegularExpressions;
using GoldenPath.Tests.Pipeline;

namespace GoldenPath.Tests.Terminal;

/// <summary>Whole runs as a person sees them, on a terminal of 80 × 24 and in a pipe.</summary>
public sealed partial class TerminalSpecs
{
    private const int LastRows = 10;

    [TerminalSpec]
    public async Task A_green_run_ends_with_what_was_proved()
    {
        using var folder = new PipelineFolder(Configurations.Backend());
        using var run = TerminalRun.Start(folder, "SmokeTest");

        Shows(
            await run.EndAsync(0),
            """
            Run of …
            backend: started (pid #, port #)
            backend: ready after # s
            golden-path: passed in # s, 2 users
            Stopped and verified in # s: nothing is left running.

            PASSED, exit 0, in # s
              proved   backend ready after # s; golden-path walked by 2 users
              report   artifacts/golden-path/RUN/report.html
            """
        );
    }

    [TerminalSpec]
    public async Task A_wait_is_a_block_that_tells_what_is_missing_and_a_red_run_ends_with_its_cause()
    {
        using var folder = new PipelineFolder(
            Configurations.Misbehaving("listen, \"127.0.0.1:{port}\", +, hang", ready: "log: \"[red]never\", timeout: 3s")
        );
        using var run = TerminalRun.Start(folder, "SmokeTest --no-issue");

        await run.ShowsAsync("s  missing: a log line like '[red]never' (at most 3 s)");

        var screen = await run.EndAsync(2);
        Shows(
            screen,
            """
            Run of …
            backend: started (pid #, port #)
            Stopped and verified in # s: nothing is left running.

            ENVIRONMENT BROKE, exit 2: unknown (inconclusive), # s
              cause    Service 'backend' was not ready after # s: no line of its …
              report   artifacts/golden-path/RUN/report.html
              issue    not filed, because --no-issue
            """
        );
    }

    [TerminalSpec]
    public async Task A_wrong_file_is_its_problems()
    {
        using var folder = new PipelineFolder("name: nothing\nservces: {}\nscenarios: { s: { connect: { url: \"ws://h/\" } } }\n");
        using var run = TerminalRun.Start(folder, "SmokeTest --keep");

        Shows(
            await run.EndAsync(3),
            """
            Run of …

            WRONG CONFIGURATION, exit 3: nothing was started
            goldenpath.yml:2: unknown key 'servces'. Did you mean 'services'?
            """
        );
    }

    [TerminalSpec]
    public async Task A_wrong_word_on_the_command_line_is_one_line()
    {
        using var folder = new PipelineFolder(Configurations.Backend());
        using var run = TerminalRun.Start(folder, "SmokeTest --tmeout 5s");

        var screen = ScreenText.Of(await run.EndAsync(3));

        Assert.Contains("--timeout", Assert.Single(screen.Split('\n'), row => row.Length > 0), StringComparison.Ordinal);
    }

    [TerminalSpec]
    public async Task Ctrl_C_is_answered_at_once_and_ends_with_what_became_of_it()
    {
        using var folder = new PipelineFolder(Configurations.Misbehaving("hang", ready: "log: never, timeout: 60s"));
        using var run = TerminalRun.Start(folder, "SmokeTest");
        await run.ShowsAsync("missing: a log line");

        await run.InterruptAsync();

        var screen = await run.EndAsync(130);
        Shows(
            screen,
            """
            Run of …
            backend: started (pid #, port #)
            Stopping … (Ctrl-C again ends at once)
            Stopped and verified in # s: nothing is left running.

            CANCELLED, exit 130, after # s
              cause    The run was cancelled by SIGINT during WaitForPort8002.
              stopped  nothing is left running
              report   artifacts/golden-path/RUN/report.html
            """
        );
    }

    [TerminalSpec]
    public async Task A_terminal_that_can_do_nothing_gets_lines()
    {
        using var folder = new PipelineFolder(Configurations.Misbehaving("hang", ready: "log: never, timeout: 2s"));
        using var run = TerminalRun.Start(folder, "SmokeTest --no-issue", ("TERM", "dumb"));

        await run.EndAsync(2);

        Assert.DoesNotContain('\e', run.Output);
        Assert.Contains("ENVIRONMENT BROKE, exit 2", run.Output, StringComparison.Ordinal);
    }

    [Spec(Timeout = 120_000)]
    public async Task A_pipe_gets_plain_lines_and_the_answer_last()
    {
        using var folder = new PipelineFolder(Configurations.Misbehaving("exit, \"3\""));
        folder.Environment["NUKE_VERBOSITY"] = null;

        var ended = (await folder.RunAsync("SmokeTest", "--no-issue")).Exits(2).SaysNothingOf("thrown an exception").SaysNothingOf("═");

        Assert.DoesNotContain(ended.Text, sign => sign is '\e' or '\u00A0' or '\u200B');
        Assert.Equal(Masked(ended.Text).TrimEnd().Split('\n').Length, Masked(ended.Text).TrimEnd().Split('\n').Distinct().Count());
        Assert.Equal("  issue    not filed, because --no-issue", ended.Text.TrimEnd().Split('\n')[^1]);
    }

    [Spec(Timeout = 120_000)]
    public async Task The_engine_comes_back_where_every_line_is_asked_for()
    {
        using var folder = new PipelineFolder(Configurations.Misbehaving("exit, \"3\""));

        var ended = (await folder.RunAsync("SmokeTest", "--no-issue")).Exits(2);

        ended.Says("║ StartServices").Says("Ruled out: ").Says("Verdict: environment");
        Assert.Equal("  issue    not filed, because --no-issue", ended.Text.TrimEnd().Split('\n')[^1]);
    }

    // A row that ends with … may go on in any way, and one that is … alone in any rows.
    private static void Shows(string output, string expected)
    {
        using var screen = ScreenText.After(output);
        var text = Masked(screen.Text);
        var pattern = string.Join(
            '\n',
            expected
                .ReplaceLineEndings("\n")
                .Split('\n')
                .Select(row => row.EndsWith(" …", StringComparison.Ordinal) ? Regex.Escape(row[..^1]) + "[^═]*?" : Regex.Escape(row))
        );
        Assert.Matches($@"\A{pattern}\s*\z", text);
        Assert.Empty(screen.Strange);
        Assert.True(screen.HasCursor);
        var rows = screen.Text.TrimEnd().Split('\n');
        var cause = Array.FindLastIndex(rows, row => row.StartsWith("  cause  ", StringComparison.Ordinal));
        Assert.True(cause < 0 || rows.Length + 1 - cause <= LastRows, $"The cause is {rows.Length + 1 - cause} rows above the end.");
    }

    private static string Masked(string text) =>
        Number().Replace(RunId().Replace(text.Replace("^C", "", StringComparison.Ordinal), "RUN"), "$1#$2");

    [GeneratedRegex(@"\d{8}-\d{6}-\d{3}-[0-9a-f]{4}")]
    private static partial Regex RunId();

    [GeneratedRegex(@"(pid |port |in |after |, )\d+(?:\.\d+)?(?= s\b|[,)])()")]
    private static partial Regex Number();
}
