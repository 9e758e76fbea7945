using GoldenPath.Guard.Redaction;
using GoldenPath.Runs;
using GoldenPath.Tests.Triage;

namespace GoldenPath.Tests.Reporting.Pages;

/// <summary>What stands on the page.</summary>
public sealed class RunPageSpecs
{
    [BrowserSpec]
    public async Task A_red_page_begins_with_its_cause_and_what_mends_it()
    {
        var (folder, run) = RecordedFolder.Crashed();
        using var _ = folder;
        await using var page = await BrowserPage.OpenAsync(folder.Written(run));

        Assert.Equal(
            "backend exited with code 139 before it listened on port 8002",
            await page.EvaluateAsync<string>("document.querySelector('h1').innerText")
        );
        Assert.Equal(
            "dotnet src/AgentBackend/bin/AgentBackend.dll",
            await page.EvaluateAsync<string>("document.querySelector('header .command pre').innerText")
        );
        Assert.Contains(
            "The body of the issue.",
            await page.EvaluateAsync<string>("document.querySelector('.filed').textContent"),
            StringComparison.Ordinal
        );
        Assert.Empty(page.Complaints);
    }

    [BrowserSpec]
    public async Task Evidence_opens_in_its_place_to_the_lines_around_it()
    {
        var (folder, run) = RecordedFolder.Crashed();
        using var _ = folder;
        await using var page = await BrowserPage.OpenAsync(folder.Written(run));

        // What decided is open from the beginning.
        Assert.Equal("logs/backend.log:3", await page.EvaluateAsync<string>("document.querySelector('.evidence[open] .place').innerText"));
        var lines = await page.EvaluateAsync<string>(
            "[...document.querySelectorAll('.evidence[open] .lines li')].map(line => (line.className + ' ' + line.innerText).trim()).join('|')"
        );
        Assert.Equal(
            "1 12:00:00.100 starting|2 12:00:00.200 loading|cited 3 12:00:00.300 Segmentation fault|4 12:00:00.310 core dumped",
            lines
        );
        Assert.Equal(
            "3 12:00:00.300 Segmentation fault",
            await page.EvaluateAsync<string>(
                "location.hash = document.querySelector('.evidence[open] .cited .number').hash, document.querySelector(':target').innerText"
            )
        );
    }

    [BrowserSpec]
    public async Task Of_several_problems_the_first_is_the_headline_and_the_others_follow()
    {
        using var folder = new RecordedFolder();
        folder.Tell(
            84,
            "failure",
            "goldenpath.yml:3: unknown key 'prosess'. Did you mean 'process'?\ngoldenpath.yml:5: 'abc' is not a whole number"
        );
        await using var page = await BrowserPage.OpenAsync(
            folder.Written(Incidents.Run("run-7") with { Verdict = Verdict.Configuration, ExitCode = 3, Services = [], Diagnosis = null })
        );

        Assert.Equal(
            "goldenpath.yml:3: unknown key 'prosess'. Did you mean 'process'?",
            await page.EvaluateAsync<string>("document.querySelector('h1').innerText")
        );
        Assert.Equal(
            "goldenpath.yml:5: 'abc' is not a whole number",
            await page.EvaluateAsync<string>("document.querySelector('.more').innerText")
        );
    }

    [BrowserSpec]
    public async Task A_sentence_stands_once()
    {
        foreach (var (folder, run) in new[] { RecordedFolder.Crashed(), RecordedFolder.Unanswered(3, 1) })
        {
            using var _ = folder;
            await using var page = await BrowserPage.OpenAsync(folder.Written(run));
            var seen = await page.EvaluateAsync<string>(
                "document.querySelectorAll('svg').forEach(one => one.remove()), document.body.innerText"
            );

            Assert.Equal(2, seen.Split(run.Diagnosis!.Summary).Length);
        }
    }

    [BrowserSpec]
    public async Task Failed_users_are_counted_by_the_kind_of_their_failure()
    {
        var (folder, run) = RecordedFolder.Unanswered(500, 500);
        using var _ = folder;
        await using var page = await BrowserPage.OpenAsync(folder.Written(run));

        Assert.Contains(
            "500 of 500 users failed",
            await page.EvaluateAsync<string>("document.querySelector('header').innerText"),
            StringComparison.Ordinal
        );
        Assert.Equal("500", await page.EvaluateAsync<string>("document.querySelector('.kinds td').textContent"));
        Assert.Contains(
            "events.missing (deadlines: agent_completed)",
            await page.EvaluateAsync<string>("document.querySelector('.kinds').innerText"),
            StringComparison.Ordinal
        );
    }

    [BrowserSpec]
    public async Task Tests_and_users_are_told_also_when_all_is_well()
    {
        var (folder, run) = RecordedFolder.Green();
        using var _ = folder;
        await using var page = await BrowserPage.OpenAsync(folder.Written(run));

        Assert.Equal(
            "Proved: 1 service ready, 2 users answered, 3 tests passed",
            await page.EvaluateAsync<string>("document.querySelector('h1').innerText")
        );
        Assert.Equal(
            "0.025 s Specs.A passed|0.060 s Specs.B passed",
            await page.EvaluateAsync<string>(
                "[...document.querySelectorAll('.tests li')].map(test => test.textContent.trim().replace(/\\s+/g, ' ')).join('|')"
            )
        );
        Assert.Contains(
            "agent_completed 0.035 s",
            await page.EvaluateAsync<string>("document.querySelector('#users').innerText"),
            StringComparison.Ordinal
        );
    }

    [Spec]
    public Task Cited_lines_that_the_file_does_not_hold_have_no_neighbours()
    {
        var (folder, run) = RecordedFolder.Crashed();
        using var _ = folder;
        folder.Write("logs/backend.log", "another", "file", "altogether");

        Assert.DoesNotContain("<code>altogether", folder.Page(run).Split("id=\"logs\"")[0], StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_line_that_tells_no_time_is_drawn_when_its_log_grew_by_it()
    {
        using var folder = new RecordedFolder();
        folder.Write("logs/backend.log", "starting", "error: the table 'agents' is missing", "");
        var noon = Incidents.Noon.ToUnixTimeMilliseconds();
        folder.Write("logs/backend.times", $"9 {noon + 100}", $"46 {noon + 500}", "");

        Assert.Contains(
            "logs/backend.log:2 error: the table &#39;agents&#39; is missing, at 0.500 s",
            folder.Page(Incidents.Run("run-7")),
            StringComparison.Ordinal
        );
        return Task.CompletedTask;
    }

    [Spec]
    public Task Files_with_odd_names_are_linked_as_what_they_are()
    {
        using var folder = new RecordedFolder();
        folder.Write("results/a b#c?d&e\"f%20.xml", "<x/>");

        Assert.Contains(
            "<a href=\"results/a%20b%23c%3Fd%26e%22f%2520.xml\">results/a b#c?d&amp;e&quot;f%20.xml</a>",
            folder.Page(Incidents.Run("run-7")),
            StringComparison.Ordinal
        );
        return Task.CompletedTask;
    }

    [Spec]
    public Task Secrets_are_redacted()
    {
        using var folder = new RecordedFolder();
        folder.Write("logs/backend.log", "before s3cr3t-of-the-run after");
        folder.Tell(3, "session", "s3cr3t-of-the-run", new() { ["scenario"] = "s3cr3t-of-the-run", ["user"] = 1 });

        Assert.DoesNotContain(
            "s3cr3t",
            folder.Page(HostilePageSpecs.Everywhere("before s3cr3t-of-the-run after"), new Redactor(["s3cr3t-of-the-run"])),
            StringComparison.Ordinal
        );
        return Task.CompletedTask;
    }

    [Spec]
    public async Task A_folder_with_broken_files_still_gives_a_page()
    {
        var (folder, run) = RecordedFolder.Crashed();
        using var _ = folder;
        folder.Tell(
            double.MaxValue,
            "readiness",
            "",
            new()
            {
                ["service"] = "backend",
                ["probes"] = "none",
                ["asked"] = "soon",
            }
        );
        string[] sources = ["logs/backend.log:2147483647", "frames.jsonl:2147483647", "journal.jsonl:0", ":", "logs/backend.log:", ""];
        run = run with
        {
            Diagnosis = run.Diagnosis! with { Chain = [new("Why?", "", [.. sources.Select(source => new Evidence(source, ""))])] },
        };
        var page = folder.Page(run);
        await File.AppendAllTextAsync(folder.Folder.JournalFile, "{\"ms\":1,\"kind\":\n[]\n\0\n{\"ms\":\"x\",\"kind\":3,\"text\":{}}\n");
        await File.AppendAllTextAsync(
            folder.Folder.FramesFile,
            "{\"n\":1,\"scenario\":\"s\",\"user\":1,\"ms\":\n{\"user\":\"x\"}\nnonsense\n"
        );

        Assert.Contains(
            "</html>",
            new GoldenPath.Reporting.Pages.RunPage(new Redactor()).Render(run, folder.Folder),
            StringComparison.Ordinal
        );
        Assert.Contains("</html>", page, StringComparison.Ordinal);
    }

    [Spec]
    public Task A_run_with_thousands_of_failures_gives_a_page_that_can_be_read()
    {
        using var folder = new RecordedFolder();
        var failures = Enumerable
            .Range(0, 5_000)
            .Select(number => new TestFailure($"test {number}", null, new string('x', 50_000)))
            .ToList();
        var page = folder.Page(
            Incidents.Run("run-7") with
            {
                Smoke = new()
                {
                    Total = 5_000,
                    Failed = 5_000,
                    Failures = failures,
                },
            }
        );

        Assert.InRange(page.Length, 1, 2_000_000);
        Assert.Contains("4,900 more are in run.json", page, StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    [BrowserSpec]
    public async Task A_thousand_users_with_a_thousand_frames_each_fit_on_a_page()
    {
        var (folder, run) = RecordedFolder.Unanswered(1_000, 20, frames: 1_000);
        using var _ = folder;
        var address = folder.Written(run);

        Assert.InRange(new FileInfo(address.LocalPath).Length, 1, 5_000_000);
        await using var page = await BrowserPage.OpenAsync(address);
        Assert.InRange(await page.EvaluateAsync<int>("document.querySelectorAll('*').length"), 1_000, 40_000);
        Assert.Contains(
            "1,000,000 frames",
            await page.EvaluateAsync<string>("document.querySelector('#frames').innerText"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "20 of 1,000 users failed",
            await page.EvaluateAsync<string>("document.querySelector('header').innerText"),
            StringComparison.Ordinal
        );
    }
}
