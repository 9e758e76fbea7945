using System.Text.Json;

namespace GoldenPath.Tests.StandIns;

public sealed class OutputSpecs : IDisposable
{
    private const string Blank = "\u200B";

    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Spec]
    public async Task Each_target_has_a_header()
    {
        var lines = (await _engine.RunAsync("Talk")).Lines.ToList();

        var start = lines.IndexOf("║ Talk");
        Assert.Equal([Blank, "╬═════════", "║ Talk", "╬══", Blank, "trace: running Talk"], lines.GetRange(start - 2, 6));
    }

    [Spec]
    public async Task Log_lines_have_time_level_and_text()
    {
        var run = await _engine.RunAsync("Talk");

        Assert.Contains(run.Lines, x => Matches(x, "DBG", "A detail"));
        Assert.Contains(run.Lines, x => Matches(x, "INF", "An ordinary remark"));
        Assert.Contains(run.Lines, x => Matches(x, "WRN", "A warning"));
        Assert.DoesNotContain("As verbose", run.Output, StringComparison.Ordinal);

        static bool Matches(string line, string level, string text) =>
            TimeOnly.TryParseExact(line.Split(' ')[0], "HH:mm:ss", out _) && line.EndsWith($" [{level}] {text}", StringComparison.Ordinal);
    }

    [TableSpec]
    [InlineData("verbose", "As verbose as can be|A detail|An ordinary remark|A warning|An error")]
    [InlineData("minimal", "A warning|An error")]
    [InlineData("quiet", "An error")]
    public async Task Verbosity_decides_what_is_shown(string verbosity, string shown)
    {
        var run = await _engine.RunAsync("Talk", "--verbosity", verbosity);

        string[] all = ["As verbose as can be", "A detail", "An ordinary remark", "A warning", "An error"];
        var before = run.Output.Split("║ Errors & Warnings")[0];
        Assert.Equal(shown.Split('|'), all.Where(x => before.Contains($"] {x}", StringComparison.Ordinal)));
    }

    [Spec]
    public async Task Warnings_and_errors_are_repeated_at_the_end_with_their_target()
    {
        var run = await _engine.RunAsync("Talk");

        var block = run.Lines.SkipWhile(x => x != "║ Errors & Warnings").ToList();
        Assert.Contains("[WRN] Talk: A warning", block);
        Assert.Contains("[ERR] Talk: An error of 100%", block);
    }

    [Spec]
    public async Task A_build_without_problems_repeats_none() =>
        Assert.DoesNotContain("Errors & Warnings", (await _engine.RunAsync()).Output, StringComparison.Ordinal);

    [Spec]
    public async Task The_table_shows_targets_status_duration_and_total()
    {
        var lines = (await _engine.RunAsync("Summarize")).Lines.Select(x => x.Replace('\u00A0', ' ')).ToList();

        var start = lines.FindIndex(x => x.StartsWith("═══", StringComparison.Ordinal));
        string[] table =
        [
            new('═', 39),
            "Target             Status      Duration",
            new('─', 39),
            "Summarize          Succeeded     < 1sec   // Passed: 3, Failed: 0",
            new('─', 39),
            "Total                            < 1sec",
            new('═', 39),
        ];
        Assert.Equal(table, lines.GetRange(start, 7));
    }

    [Spec]
    public async Task Only_terminals_that_know_colours_get_them()
    {
        Assert.DoesNotContain('\u001B', (await _engine.RunAsync()).Output);
        Assert.Contains('\u001B', (await _engine.With("TERM", "xterm-256color").RunAsync()).Output);
    }

    [Spec]
    public async Task The_logo_can_be_left_out()
    {
        Assert.Contains("NUKE Execution Engine", (await _engine.RunAsync()).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NUKE Execution Engine", (await _engine.RunAsync("Greet", "--no-logo")).Output, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_build_can_leave_out_what_the_engine_prints_of_itself_and_have_the_last_word()
    {
        using var engine = new Engine("QuietBuild");

        var run = await engine.RunAsync();

        Assert.Equal(255, run.ExitCode);
        Assert.Equal("the last word", run.Output.Trim());
    }

    [Spec]
    public async Task On_GitHub_targets_are_groups_and_problems_are_annotations()
    {
        var run = await _engine.With("GITHUB_ACTIONS", "true").RunAsync("Talk", "Tell");

        Assert.Contains("::group::Talk", run.Lines);
        Assert.Contains("::endgroup::Talk", run.Lines);
        Assert.Contains("::warning::A warning", run.Lines);
        Assert.Contains("::error::An error of 100%25", run.Lines);
        Assert.Contains(run.Trace, x => x.StartsWith("local=False host=GitHubActions ", StringComparison.Ordinal));
        Assert.False(_engine.Has(".nuke/temp/build.log"));
    }

    [Spec]
    public async Task The_help_shows_targets_with_what_they_need_and_do_and_parameters_with_what_they_mean()
    {
        var run = await _engine.RunAsync("--help");

        var lines = run.Words.ToList();
        Assert.Contains("Targets (with their direct dependencies):", lines);
        Assert.Equal("Says hello.", lines[lines.IndexOf("Greet (default)") + 1]);
        Assert.Contains("Check -> Prepare", lines);
        Assert.Contains("--guest Who is greeted.", lines);
        Assert.Contains("--times How often.", lines);
        Assert.Contains("--github-token A secret.", lines);
        Assert.Contains(lines, x => x.StartsWith("--target ", StringComparison.Ordinal) && x.Contains("'Greet'", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, x => x.StartsWith("Hidden", StringComparison.Ordinal));
    }

    [Spec]
    public async Task Every_run_keeps_the_schema_of_the_parameters_and_makes_a_parameter_file_once()
    {
        await _engine.RunAsync();

        using var schema = JsonDocument.Parse(_engine.Read(".nuke/build.schema.json"));
        var definitions = schema.RootElement.GetProperty("definitions");
        var targets = definitions.GetProperty("ExecutableTarget").GetProperty("enum").EnumerateArray().Select(x => x.GetString()).ToList();
        Assert.Contains("Greet", targets);
        Assert.Equal(targets.Order(StringComparer.InvariantCulture), targets);
        var guest = schema.RootElement.GetProperty("allOf")[0].GetProperty("properties").GetProperty("Guest");
        Assert.Equal(("string", "Who is greeted"), (guest.GetProperty("type").GetString(), guest.GetProperty("description").GetString()));
        Assert.True(definitions.GetProperty("NukeBuild").GetProperty("properties").TryGetProperty("Skip", out _));
        Assert.Contains("\"$schema\": \"./build.schema.json\"", _engine.Read(".nuke/parameters.json"), StringComparison.Ordinal);

        _engine.WithFile(".nuke/parameters.json", """{ "Guest": "kept" }""");
        Assert.Contains("Hello kept!", (await _engine.RunAsync()).Output, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_local_run_leaves_a_log_that_has_the_details_and_keeps_the_last_few()
    {
        await _engine.RunAsync("Talk");

        var log = _engine.Read(".nuke/temp/build.log");
        Assert.Contains("As verbose as can be", log, StringComparison.Ordinal);
        Assert.Matches(@"\d\d:\d\d:\d\d\.\d{3} \| I \| Talk +\| An ordinary remark", log);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_engine.Root, ".nuke", "temp"), "build.*-*.log"));
    }
}
