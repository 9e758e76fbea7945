using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GoldenPath.Runs;
using GoldenPath.Tests.Readiness;
using GoldenPath.Tests.Triage;

namespace GoldenPath.Tests.Reporting.Pages;

/// <summary>What the page makes of texts that were written to do harm.</summary>
public sealed partial class HostilePageSpecs
{
    [BrowserSpec]
    public async Task Hostile_text_stays_text()
    {
        var hostile =
            string.Join('\n', ((IEnumerable<object[]>)IssueDocumentSpecs.Hostile).Select(row => (string)row[0]))
            + "\n</pre></title></style></script><svg onload=alert(1)><a href='javascript:alert(1)'>\"'><base href=//evil.example><iframe src=x>";
        // As long, and with as many lines: nothing but what could do harm is different.
        var harmless = Markup().Replace(hostile, "x");
        using var calm = Filled(harmless);
        using var wild = Filled(hostile);
        await using var peaceful = await BrowserPage.OpenAsync(calm.Written(Everywhere(harmless)));
        await using var attacked = await BrowserPage.OpenAsync(wild.Written(Everywhere(hostile)));
        var page = await attacked.DocumentAsync();

        Assert.Equal(Elements(await peaceful.DocumentAsync()), Elements(page));
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Empty(attacked.Complaints);
    }

    [BrowserSpec]
    public async Task It_asks_for_nothing_even_where_a_text_wants_it_to()
    {
        var asked = new ConcurrentBag<string>();
        var answer = "";
        await using var server = new LoopbackServer(
            async (stream, token) =>
            {
                // A browser may connect ahead of time and never ask: that is no request.
                if (await LoopbackServer.ReadHeadAsync(stream, token) is { Length: > 0 } head)
                {
                    asked.Add(head.Split('\r')[0]);
                    await stream.WriteAsync(
                        Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n{answer}"),
                        token
                    );
                }
            }
        );
        var theft = $"http://127.0.0.1:{server.Port}/stolen";
        using var folder = Filled($"<img src={theft}><script src={theft}></script>");
        // Unescaped too: the policy alone must keep the browser from it.
        var loot =
            $"<img src={theft}><script src={theft}></script><script>fetch('{theft}')</script><form action={theft}></form>"
            + $"<link rel=stylesheet href={theft}><style>@import '{theft}';</style><iframe src={theft}></iframe><svg><image href={theft} /><use href={theft}#x /></svg>";
        answer = folder.Page(Everywhere($"<img src={theft}>")).Replace("<main>", $"<main>{loot}", StringComparison.Ordinal);

        await using var page = await BrowserPage.OpenAsync(new Uri($"http://127.0.0.1:{server.Port}/report.html"));
        await page.EvaluateAsync<int>("document.forms[0].submit(), 0");

        Assert.Equal(["GET /report.html HTTP/1.1"], asked);
        Assert.NotEmpty(page.Complaints);
    }

    [BrowserSpec]
    public async Task Its_policy_lets_no_other_script_run()
    {
        var (folder, run) = RecordedFolder.Green();
        using var _ = folder;
        var address = folder.Written(run);
        var page = await File.ReadAllTextAsync(address.LocalPath);
        await File.WriteAllTextAsync(
            address.LocalPath,
            page.Replace(
                "<main>",
                "<main><script>document.title = 'owned'</script><img src=x onerror=\"document.title = 'owned'\">",
                StringComparison.Ordinal
            )
        );
        await using var opened = await BrowserPage.OpenAsync(address);

        Assert.Equal("agent-golden-path: passed", await opened.EvaluateAsync<string>("document.title"));
        Assert.False(await opened.EvaluateAsync<bool>("document.querySelector('form.filter').hidden"));
    }

    /// <summary>A result with a text from outside in every place that can hold one.</summary>
    internal static RunResult Everywhere(string text)
    {
        var incident = Incidents.WithTextEverywhere(text);
        return incident.Run with
        {
            RunId = text,
            Diagnosis = incident.Diagnosis with
            {
                Chain = [new(text, text, [new("logs/backend.log:1", text.Split('\n')[0]), new(text, text)])],
            },
            Issue = new()
            {
                Action = IssueAction.Created,
                Fingerprint = text,
                Number = 7,
                Url = "javascript:" + text,
                Labels = [text],
            },
            Teardown = new(Verified: false, 12, [text]),
        };
    }

    /// <summary>A folder with a text from outside in every file.</summary>
    private static RecordedFolder Filled(string text)
    {
        var folder = new RecordedFolder();
        folder.Write("logs/backend.log", text.Split('\n')[0], "a line");
        folder.Write("issue.md", "the issue " + text.Split('\n')[0]);
        folder.Tell(1, "service", text, new() { ["service"] = text });
        folder.Tell(
            2,
            "readiness",
            text,
            new()
            {
                ["service"] = text,
                ["ready"] = true,
                ["probes"] = new JsonArray(
                    new JsonObject
                    {
                        ["probe"] = text,
                        ["address"] = text,
                        ["answer"] = text,
                        ["first"] = 1,
                        ["last"] = 3,
                    }
                ),
            }
        );
        folder.Tell(
            3,
            "session",
            text,
            new()
            {
                ["scenario"] = text,
                ["user"] = 1,
                ["sent"] = 1,
                ["steps"] = new JsonArray(new JsonObject { ["name"] = text, ["at"] = 1 }),
                ["violations"] = new JsonArray(
                    new JsonObject
                    {
                        ["rule"] = text,
                        ["cause"] = text,
                        ["event"] = text,
                        ["text"] = text,
                        ["at"] = 2,
                    }
                ),
            }
        );
        folder.Tell(
            4,
            "test",
            text,
            new()
            {
                ["name"] = text,
                ["outcome"] = text,
                ["command"] = text,
                ["began"] = 2,
                ["took"] = 1,
            }
        );
        folder.Frame(
            new()
            {
                ["scenario"] = text,
                ["user"] = 1,
                ["ms"] = 1,
                ["dir"] = text,
                ["type"] = text,
                ["text"] = text,
            }
        );
        return folder;
    }

    /// <summary>The elements of a document in their order.</summary>
    private static List<string> Elements(string document) => [.. Element().Matches(document).Select(match => match.Value)];

    [GeneratedRegex("[<>&\"']")]
    private static partial Regex Markup();

    [GeneratedRegex("<[a-zA-Z][^ >]*")]
    private static partial Regex Element();
}
