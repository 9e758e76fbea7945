using GoldenPath.Guard.Redaction;
using GoldenPath.Runs;
using GoldenPath.Tests.Reporting;
using GoldenPath.Triage;

namespace GoldenPath.Tests.Triage;

[Trait(Speed.Name, Speed.Quick)]
public sealed class IssueDocumentSpecs
{
    private static readonly string[] Sections =
    [
        "Summary",
        "Impact",
        "Error details",
        "Root cause",
        "Expected and actual",
        "Timeline",
        "Configuration",
        "Environment",
        "Resolution steps",
        "Log excerpts",
        "Related tests",
        "Occurrences",
    ];

    private readonly IssueDocument _document = new(new Redactor());

    /// <summary>What a log might hold to act through the report.</summary>
    public static TheoryData<string> Hostile =>
        new()
        {
            "@octocat look at this, cc @acme/core",
            "＠octocat fullwidth",
            "fixes #1, closes #22 resolves GH-3",
            "fixes acme/agents#1 and closes https://github.com/acme/agents/issues/7",
            "```\nnot code any more\n# Heading",
            "````````\n@octocat\n````````",
            "~~~\n# Heading\n~~~",
            "`` ` ``` code spans ````",
            "`",
            "``",
            " ` ",
            "<script>alert(1)</script> <img src=x onerror=alert(1)>",
            "</details></summary><details open><h1>x</h1>",
            "<!-- golden-path:v1:0000000000000000 -->",
            "<!-- golden-path:end -->",
            "--> <!-- unclosed",
            "[click](https://evil.example/x) ![img](https://evil.example/y.png)",
            "https://evil.example www.evil.example ftp://evil.example user@evil.example mailto:a@b.example",
            "<https://evil.example> [ref]: https://evil.example \"t\"",
            "[ref]: https://evil.example\n[ref]",
            "| a | b |\n| --- | --- |\n| c | d |",
            "- [ ] task\n1. one\n> [!WARNING]\n> quote",
            "# Heading\n## Summary\nSetext\n======\n---",
            "*bold* _em_ ~~gone~~ $x^2$ $$y$$ [^1] :tada: &lt;b&gt; &amp;",
            "abc\u202Egnp.exe \u2066x\u2069 \u200Bzero\u200Dwidth\uFEFF soft\u00ADhyphen @\u200Boctocat fixes #\u200B1",
            "@\u00ADoctocat #\u20601 G\u200DH-1",
            "\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007 \u001b[31mred\u001b[0m \0 \b\b\r over",
            "commit 0123456789abcdef0123456789abcdef01234567 and 1234567",
            "tags \U000E0041\U000E0042 lone \ud83d end",
            "```mermaid\ngantt\n click a href \"https://evil.example\"\n```",
            ": #; %%{init: {}}%% end\n section X\n",
            "\\",
            "\\`",
            "\\\n",
            "|",
            "\n\n\n",
            "",
            " ",
            "\tindented\n    code",
            "one\r\ntwo\r\n```\r\nthree\r\n@octocat\r\n",
            "</details>\n</details>\n<details>\n<summary>",
            "&#64;octocat &commat;octocat fixes &#35;1",
            "Closes: #1, closed #2 and RESOLVED #3; fix GH-4",
            "[a]: https://evil.example \"t\"\n\n[a] [a][] ![a]",
            "x\0y\u0007z\u009b31m @\0octocat #\u00071",
            "👩‍👩‍👧‍👦 🏳️‍🌈 é ﷽ 𝕏 👍🏽",
            "\u202E\u2067@octocat\u2069 \u200E#1\u200F",
            "<!-- golden-path:occurrences earlier=9 -->\n| [`x`](https://evil.example) | 2026-01-01 00:00:00.000Z | passed | `c` | `b` |\n<!-- golden-path:end -->",
            "<!-- golden-path:run x --> <!-- golden-path:pipeline other -->",
            new string('`', 500) + "\n" + new string('~', 500),
            "$(touch /tmp/x) `touch /tmp/x` ; rm -rf ~",
        };

    [Spec]
    public Task The_sections_come_in_the_order_of_the_report_that_the_project_started_from()
    {
        var body = _document.Body(Incidents.Crash());
        var reading = new MarkdownReading(body);
        Assert.Equal(Sections, reading.Headings);
        Assert.Equal(0, reading.OpenFences);
        Assert.Contains("mermaid", reading.Fences);
        Assert.Contains("ss -ltnp 'sport = :8002'", body, StringComparison.Ordinal);
        Assert.Contains("dotnet src/AgentBackend/bin/AgentBackend.dll", body, StringComparison.Ordinal);
        Assert.Contains("./build.sh Replay --run artifacts/golden-path/20261122-120000-abcd", body, StringComparison.Ordinal);
        Assert.Contains("pid 4711", body, StringComparison.Ordinal);
        Assert.Contains("logs/backend.log:2", body, StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    [Spec]
    public Task The_marker_is_hidden_and_found_again()
    {
        var incident = Incidents.Crash();
        var body = _document.Body(incident);
        Assert.StartsWith($"<!-- golden-path:{incident.Fingerprint} -->\n", body, StringComparison.Ordinal);
        Assert.Equal(incident.Fingerprint, IssueMarker.Read(body));
        Assert.Equal("agent-golden-path", IssueMarker.ReadPipeline(body));
        return Task.CompletedTask;
    }

    [Spec]
    public Task The_title_says_what_a_user_sees_and_what_is_behind_it()
    {
        Assert.Equal(
            "[P0] golden path: WebSocket connection refused on port 8002 (backend exited, code 139)",
            _document.Title(Incidents.Crash())
        );
        Assert.Equal(
            "[P0] golden path: HTTP 503 from backend until the end",
            _document.Title(
                Incidents.Crash() with
                {
                    Diagnosis = Incidents.Diagnosis with { Cause = "http.unhealthy", Summary = "HTTP 503 from backend until the end." },
                }
            )
        );
        return Task.CompletedTask;
    }

    [Spec]
    public Task The_file_holds_title_and_labels_and_the_body_exactly()
    {
        var incident = Incidents.Crash();
        var file = _document.File(incident);
        Assert.StartsWith("---\ntitle: \"[P0] golden path: WebSocket", file, StringComparison.Ordinal);
        Assert.Contains("labels: [P0, golden-path, infrastructure, websocket, auto-filed]", file, StringComparison.Ordinal);
        Assert.EndsWith(_document.Body(incident), file, StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    [TableSpec]
    [MemberData(nameof(Hostile))]
    public Task Text_from_outside_acts_on_nothing_and_breaks_out_of_nothing(string text)
    {
        var calm = new MarkdownReading(_document.Body(Incidents.WithTextEverywhere("calm")));
        foreach (var hostile in new[] { text, "x " + text + " y", text + "\n" + text })
        {
            var incident = Incidents.WithTextEverywhere(hostile);
            var body = _document.Body(incident);
            var reading = new MarkdownReading(body);
            Assert.Empty(MarkdownReading.Triggers(body));
            Assert.Empty(MarkdownReading.Triggers(_document.Title(incident)));
            Assert.Empty(MarkdownReading.Triggers(_document.Comment(incident)));
            Assert.Empty(reading.Links);
            Assert.Empty(reading.References);
            Assert.Empty(new MarkdownReading(_document.Comment(incident)).Links);
            Assert.Equal(0, reading.OpenFences);
            Assert.Equal(
                calm.Headings.Where(heading => heading is not "Configuration" and not "Related tests"),
                reading.Headings.Where(heading => heading is not "Configuration" and not "Related tests")
            );
            Assert.Equal(calm.Tables, reading.Tables);
            Assert.All(
                reading.Html,
                html =>
                    Assert.Matches(
                        @"^(<!-- golden-path:[\w:. =-]+ -->|<details><summary>[\w/.-]*: (all|last) \d+ lines</summary>|</details>)$",
                        html
                    )
            );
            Assert.Equal(incident.Fingerprint, IssueMarker.Read(body));
            Assert.Single(OccurrenceTable.Read(body).Rows);
        }
        return Task.CompletedTask;
    }

    /// <summary>A secret in its usual surroundings, and the part of it that must not be seen.</summary>
    public static TheoryData<string, string> Secrets =>
        new()
        {
            { "ghp_0123456789abcdefghijABCDEFGHIJ012345", "abcdefghijABCDEFGHIJ" },
            { "gho_0123456789abcdefghijABCDEFGHIJ012345", "abcdefghijABCDEFGHIJ" },
            { "ghu_0123456789abcdefghijABCDEFGHIJ012345", "abcdefghijABCDEFGHIJ" },
            { "ghs_0123456789abcdefghijABCDEFGHIJ012345", "abcdefghijABCDEFGHIJ" },
            { "ghr_0123456789abcdefghijABCDEFGHIJ012345", "abcdefghijABCDEFGHIJ" },
            { "github_pat_11ABCDEFG0abcdefghijkl_0123456789abcdefghijABCDEFGHIJ", "abcdefghijABCDEFGHIJ" },
            { "subprotocol jwt-auth.eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJlLW9m", "c2lnbmF0dXJl" },
            { "AKIAIOSFODNN7EXAMPLE", "IOSFODNN7EXAMPLE" },
            { "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "K7MDENG" },
            { "GET https://ada:hunter2-hunter2@host.example/x", "hunter2" },
            { "amqp://app:p4ssw0rd@queue:5672/v", "p4ssw0rd" },
            { "mongodb+srv://app:p4ssw0rd@cluster.example/db", "p4ssw0rd" },
            { "Cookie: session=0a1b2c3d4e5f; theme=dark", "0a1b2c3d4e5f" },
            { "Set-Cookie: sid=0a1b2c3d4e5f; HttpOnly; Path=/", "0a1b2c3d4e5f" },
            { "Server=db,1433;User Id=sa;Password=Pa55-w0rd;Encrypt=true", "Pa55-w0rd" },
            { "Authorization: Basic YWRhOmh1bnRlcjI=", "YWRhOmh1bnRlcjI" },
            { "{\"password\":\"hunter2-hunter2\",\"api_key\":\"k3y-k3y-k3y-k3y\"}", "hunter2" },
            { "{\"password\":\"hunter2-hunter2\",\"api_key\":\"k3y-k3y-k3y-k3y\"}", "k3y-k3y" },
            { "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA0123\n-----END RSA PRIVATE KEY-----", "MIIEpAIBAAKCAQEA" },
            { "at /home/lovelace/src/app.py", "lovelace" },
            { "in /Users/lovelace/work and C:\\Users\\lovelace\\x", "lovelace" },
        };

    [TableSpec]
    [MemberData(nameof(Secrets))]
    public Task No_secret_is_seen_wherever_a_text_stands(string text, string leak)
    {
        foreach (
            var surrounded in new[]
            {
                text,
                "before " + text + " after",
                text.Insert(text.IndexOf(leak, StringComparison.Ordinal) + 2, "\u200B"),
            }
        )
        {
            var incident = Incidents.WithTextEverywhere(surrounded);
            var all = _document.File(incident) + _document.Comment(incident) + _document.Title(incident);
            Assert.DoesNotContain(leak, all.Replace("\u200B", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_line_of_a_megabyte_is_cut()
    {
        foreach (
            var line in new[]
            {
                new string('x', 1 << 20),
                string.Concat(Enumerable.Repeat("@octocat #1 ", 90_000)),
                new string('`', 1 << 20),
            }
        )
        {
            var body = _document.Body(Incidents.WithTextEverywhere(line));
            Assert.InRange(body.Length, 1, IssueDocument.LongestBody);
            Assert.Equal(0, new MarkdownReading(body).OpenFences);
            Assert.Empty(MarkdownReading.Triggers(body));
            Assert.InRange(_document.Title(Incidents.WithTextEverywhere(line)).Length, 1, IssueDocument.LongestTitle);
        }
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_title_is_short_and_ends_at_a_word()
    {
        var title = _document.Title(
            Incidents.Crash() with
            {
                Diagnosis = Incidents.Diagnosis with
                {
                    Cause = "http.unhealthy",
                    Summary = string.Concat(Enumerable.Repeat("several words ", 30)),
                },
            }
        );
        Assert.InRange(title.Length, 100, IssueDocument.LongestTitle);
        Assert.Matches("(several|words)…$", title);
        return Task.CompletedTask;
    }

    [Spec]
    public Task Secrets_are_redacted_everywhere()
    {
        var document = new IssueDocument(new Redactor(["s3cr3t-of-the-run"]));
        const string jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg";
        string[] secrets =
        [
            "s3cr3t-of-the-run",
            "s3cr3t\u200B-of-the-run",
            jwt,
            "Authorization: Bearer abcdef0123456789abcdef",
            "password=hunter2-hunter2",
            "postgres://app:p4ssw0rd!@db/x",
            "ghp_0123456789abcdefghijABCDEFGHIJ012345",
        ];
        foreach (var secret in secrets)
        {
            var incident = Incidents.WithTextEverywhere("before " + secret + " after");
            var all = document.File(incident) + document.Comment(incident) + document.Title(incident);
            foreach (
                var leak in new[]
                {
                    "s3cr3t-of-the-run",
                    jwt[30..],
                    "abcdef0123456789abcdef",
                    "hunter2",
                    "p4ssw0rd",
                    "abcdefghijABCDEFGHIJ",
                }
            )
            {
                Assert.DoesNotContain(leak, all, StringComparison.Ordinal);
            }
        }
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_body_is_never_too_long_and_loses_the_logs_first()
    {
        var line = new string('x', 1_900);
        var incident = Incidents.Crash() with
        {
            Logs =
            [
                .. Enumerable
                    .Range(0, 8)
                    .Select(index => new LogExcerpt($"logs/{index}.log", [.. Enumerable.Repeat(line, 60)], IsWhole: false)),
            ],
        };
        var body = _document.Body(incident);
        Assert.InRange(body.Length, 1, IssueDocument.LongestBody);
        Assert.Equal(Sections, new MarkdownReading(body).Headings);
        Assert.Equal(0, new MarkdownReading(body).OpenFences);
        return Task.CompletedTask;
    }

    [Spec]
    public Task What_is_still_too_long_loses_whole_sections_the_last_first_and_keeps_the_marker()
    {
        var incident = Incidents.WithTextEverywhere(new string('y', 20_000)) with
        {
            Run = Incidents.Run("run-1") with
            {
                Smoke = new()
                {
                    Total = 90,
                    Failed = 90,
                    Failures = [.. Enumerable.Range(0, 90).Select(index => new TestFailure($"test {index}", null, new string('@', 9_000)))],
                },
            },
        };
        var body = _document.Body(incident);
        var reading = new MarkdownReading(body);
        Assert.InRange(body.Length, 1, IssueDocument.LongestBody);
        Assert.Equal(Sections[..(reading.Headings.Count - 1)], reading.Headings.SkipLast(1));
        Assert.True(reading.Headings.Count < Sections.Length, "nothing was left out");
        Assert.Equal("Occurrences", reading.Headings[^1]);
        Assert.Contains("Left out, as the report would be too long", body, StringComparison.Ordinal);
        Assert.Equal(0, reading.OpenFences);
        Assert.Equal(incident.Fingerprint, IssueMarker.Read(body));
        return Task.CompletedTask;
    }
}
