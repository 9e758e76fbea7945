using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using GoldenPath.Guard.Redaction;
using GoldenPath.Reporting.Pages;
using GoldenPath.Runs;
using GoldenPath.Tests.Readiness;
using GoldenPath.Tests.Triage;

namespace GoldenPath.Tests.Reporting.Pages;

public sealed partial class RunPageSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private RunFolder Folder => new(_folder.Path, "run-7");

    public void Dispose() => _folder.Dispose();

    [BrowserSpec]
    public async Task A_red_run_opens_and_shows_the_cause_with_its_evidence()
    {
        _folder.Write("run-7/logs/backend.log", "listening soon\nSegmentation fault\n");
        var page = await Browser.OpenAsync(Written(Incidents.Run("run-7") with { Diagnosis = Incidents.Diagnosis }));

        Assert.Contains("backend exited with code 139 before it listened on port 8002", page, StringComparison.Ordinal);
        Assert.Contains("<code class=\"tag\">process.exited</code> confirmed", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"logs/backend.log\">logs/backend.log:2</a>", page, StringComparison.Ordinal);
        Assert.Contains("<pre>Segmentation fault</pre>", page, StringComparison.Ordinal);
        Assert.Contains("<code class=\"tag\">port.in-use</code>", page, StringComparison.Ordinal);
        Assert.Contains("<pre class=\"command\">dotnet src/AgentBackend/bin/AgentBackend.dll</pre>", page, StringComparison.Ordinal);
        Assert.Contains("<td>WaitForPort8002</td><td class=\"failed\">failed</td>", page, StringComparison.Ordinal);
        Assert.Contains("pid 4711, not proved", page, StringComparison.Ordinal);
    }

    [BrowserSpec]
    public async Task Hostile_text_stays_text()
    {
        var calm = await Browser.OpenAsync(Written(Everywhere("calm")));
        var hostile = string.Join('\n', ((IEnumerable<object[]>)IssueDocumentSpecs.Hostile).Select(row => (string)row[0])) +
            "\n</pre></title></style><svg onload=alert(1)><a href='javascript:alert(1)'>\"'><base href=//evil.example><iframe src=x>";

        var page = await Browser.OpenAsync(Written(Everywhere(hostile)));

        Assert.Equal(Elements(calm), Elements(page));
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [BrowserSpec]
    public async Task It_asks_for_nothing_even_where_a_text_wants_it_to()
    {
        var asked = new ConcurrentBag<string>();
        var answer = "";
        await using var server = new LoopbackServer(async (stream, token) =>
        {
            asked.Add((await LoopbackServer.ReadHeadAsync(stream, token)).Split('\r')[0]);
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n{answer}"), token);
        });
        var theft = $"http://127.0.0.1:{server.Port}/stolen";
        var page = Rendered(Everywhere($"<img src={theft}><script src={theft}></script>"));
        // Unescaped too: the policy alone must keep the browser from it.
        var loot = $"<img src={theft}><script src={theft}></script>" +
            $"<link rel=stylesheet href={theft}><style>@import '{theft}';</style><iframe src={theft}></iframe>";
        answer = page.Replace("<main>", $"<main>{loot}", StringComparison.Ordinal);

        await Browser.OpenAsync(new Uri($"http://127.0.0.1:{server.Port}/report.html"));

        Assert.Equal(["GET /report.html HTTP/1.1"], asked);
    }

    [BrowserSpec]
    public async Task It_is_light_or_dark_as_its_reader_wants()
    {
        var page = Written(Incidents.Run("run-7"));

        Assert.Equal("F6F7F9", await Browser.BackgroundAsync(page, dark: false));
        Assert.Equal("12161C", await Browser.BackgroundAsync(page, dark: true));
    }

    [Spec]
    public Task Files_with_odd_names_are_linked_as_what_they_are()
    {
        _folder.Write("run-7/results/a b#c?d&e\"f%20.xml", "<x/>");

        var page = Rendered(Incidents.Run("run-7"));

        Assert.Contains("<a href=\"results/a%20b%23c%3Fd%26e%22f%2520.xml\">results/a b#c?d&amp;e&quot;f%20.xml</a>", page, StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    [Spec]
    public Task Secrets_are_redacted()
    {
        Directory.CreateDirectory(Folder.Path);
        var page = new RunPage(new Redactor(["s3cr3t-of-the-run"])).Render(Everywhere("before s3cr3t-of-the-run after"), Folder);

        Assert.DoesNotContain("s3cr3t", page, StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_run_with_thousands_of_failures_gives_a_page_that_can_be_read()
    {
        var failures = Enumerable.Range(0, 5_000).Select(number => new TestFailure($"test {number}", null, new string('x', 50_000))).ToList();
        var page = Rendered(Incidents.Run("run-7") with { Smoke = new() { Total = 5_000, Failed = 5_000, Failures = failures } });

        Assert.InRange(page.Length, 1, 2_000_000);
        Assert.Contains("4900 more are in run.json", page, StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    private static RunResult Everywhere(string text)
    {
        var incident = Incidents.WithTextEverywhere(text);
        return incident.Run with
        {
            RunId = text,
            Diagnosis = incident.Diagnosis,
            Issue = new() { Action = IssueAction.Created, Fingerprint = text, Number = 7, Url = "javascript:" + text, Labels = [text] },
            Teardown = new(Verified: false, 12, [text]),
        };
    }

    /// <summary>The elements of a document in their order.</summary>
    private static List<string> Elements(string document) => [.. Element().Matches(document).Select(match => match.Value)];

    private Uri Written(RunResult run)
    {
        var page = Rendered(run);
        return new Uri(_folder.Write("run-7/report.html", page));
    }

    private string Rendered(RunResult run)
    {
        Directory.CreateDirectory(Folder.Path);
        File.Delete(Folder.PageFile);
        return new RunPage(new Redactor()).Render(run, Folder);
    }

    [GeneratedRegex("<[a-zA-Z][^ >]*")]
    private static partial Regex Element();
}
