using System.Text;
using System.Text.Json.Nodes;
using GoldenPath.Configuration;
using GoldenPath.Guard.Redaction;
using GoldenPath.Reporting;
using GoldenPath.Runs;
using GoldenPath.Tests.Reporting;
using GoldenPath.Triage;

namespace GoldenPath.Tests.Triage;

/// <summary>What a job of somebody else's code left to be filed: every byte of it is his.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class ForeignDeliverySpecs : IDisposable
{
    private const string Fingerprint = "v1:0123456789abcdef";

    private static readonly TriggeringRun Run = new(
        "77",
        "acme/agents",
        "stranger/agents",
        "fixes #1 @mona",
        "feedfacefeedfacefeedfacefeedfacefeedface",
        "pull_request",
        Incidents.Noon,
        "https://github.example/acme/agents/actions/runs/77"
    );

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Spec]
    public Task What_a_run_leaves_is_filed_under_names_that_GitHub_and_this_repository_give()
    {
        var filed = Accept(Legal());
        Assert.Equal(("fork-77", Incidents.Noon, Run.Commit), (filed.Occurrence.RunId, filed.Occurrence.At, filed.Occurrence.Commit));
        Assert.False(filed.IsOnDefaultBranch);
        Assert.Equal(Fingerprint, filed.Fingerprint);
        Assert.Equal(["P1", "golden-path", "product", "test-failure", "auto-filed", "team-a"], filed.Labels.Select(label => label.Name));
        Assert.DoesNotContain(filed.Labels, label => label.Color == "000000");
        Assert.Equal(Fingerprint, IssueMarker.Read(filed.Body)?.Value);
        Assert.Single(OccurrenceTable.Read(filed.Body).Rows);
        return Task.CompletedTask;
    }

    [TableSpec]
    [MemberData(nameof(IssueDocumentSpecs.Hostile), MemberType = typeof(IssueDocumentSpecs))]
    public Task Its_text_acts_on_nothing(string hostile)
    {
        // A second marker is refused as it is.
        hostile = hostile.Replace("golden-path:v", "golden-path:w", StringComparison.Ordinal);
        var filed = Accept(
            Legal(delivery =>
            {
                delivery["title"] = hostile[..Math.Min(hostile.Length, 256)] is { Length: > 0 } title ? title : "-";
                delivery["body"] +=
                    $"\n{hostile}\n```\n~~~~\n````\n<!-- golden-path:end -->\n<!-- golden-path:occurrences earlier=0 -->\n</details>\n{hostile}";
            })
        );
        foreach (var text in new[] { filed.Body, filed.Comment })
        {
            Assert.Empty(MarkdownReading.Triggers(text));
            Assert.All(new MarkdownReading(text).Links, link => Assert.Equal(Run.Url, link));
            Assert.DoesNotContain(new MarkdownReading(text).Html, html => !html.StartsWith("<!-- golden-path:", StringComparison.Ordinal));
        }

        Assert.InRange(filed.Body.Length, 1, IssueDocument.LongestBody);
        Assert.Equal("fork-77", OccurrenceTable.Read(filed.Body).Rows.Single().RunId);
        return Task.CompletedTask;
    }

    public static TheoryData<string, string, string> Refused() =>
        new()
        {
            { "kind", "\"recovery\"", "nobody else closes issues" },
            { "kind", "0", "not in the form" },
            { "schema", "2", "another version" },
            { "fingerprint", "null", "no fingerprint" },
            { "fingerprint", "\"v1:0123456789abcdee\"", "another incident" },
            { "fingerprint", "\"v1:0123456789abcdef --> <b>\"", "its marker is none" },
            { "pipeline", "\"another\"", "another pipeline" },
            { "pipeline", "null", "not in the form" },
            { "title", "\"\"", "longer than a tracker takes" },
            { "body", "\"no marker\"", "its marker is none" },
            { "body", "\"<!-- golden-path:v1:0123456789abcdef -->\\n<!-- golden-path:v1:aaaaaaaaaaaaaaaa -->\\n\"", "its marker is none" },
            { "labels", "\"P0\"", "not in the form" },
            { "labels", "[null]", "not in the form" },
            { "surprise", "1", "not in the form" },
            { "occurrence", "{}", "not in the form" },
            { "isOnDefaultBranch", "\"yes\"", "not in the form" },
        };

    [TableSpec]
    [MemberData(nameof(Refused))]
    public Task What_is_no_delivery_of_this_pipeline_is_refused(string property, string value, string reason)
    {
        var json = Legal(delivery => delivery[property] = JsonNode.Parse(value));
        var refused = Assert.Throws<RefusedDeliveryException>(() => Accept(json));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_property_that_is_there_twice_and_what_is_no_JSON_are_refused()
    {
        var legal = Encoding.UTF8.GetString(Legal());
        foreach (
            var text in new[]
            {
                legal.Replace("{", "{ \"kind\": \"failure\",", StringComparison.Ordinal),
                "",
                "null",
                "[]",
                "{",
                new string('[', 5_000),
                "\0",
            }
        )
        {
            Assert.Throws<RefusedDeliveryException>(() => Accept(Encoding.UTF8.GetBytes(text)));
        }

        Assert.Throws<RefusedDeliveryException>(() => Accept([0xFF, 0xFE, 0x00]));
        Assert.Throws<RefusedDeliveryException>(() => Accept(Legal(delivery => delivery["body"] += new string('x', 65_537))));
        return Task.CompletedTask;
    }

    [Spec]
    public async Task Its_file_is_one_regular_file_of_the_name_that_a_run_gives()
    {
        Assert.Null(new ForeignOutbox(_folder.File("missing")).Read());
        Assert.Null(new ForeignOutbox(Folder("empty")).Read());

        await File.WriteAllBytesAsync(Path.Combine(Folder("named"), "run.json"), Legal());
        Assert.Contains("name of its file", Refusal("named"), StringComparison.Ordinal);

        await File.WriteAllBytesAsync(Path.Combine(Folder("large"), Name), new byte[1024 * 1024 + 1]);
        Assert.Contains("larger than", Refusal("large"), StringComparison.Ordinal);

        Directory.CreateDirectory(Path.Combine(Folder("folder"), Name));
        Assert.Contains("no file", Refusal("folder"), StringComparison.Ordinal);

        await File.WriteAllBytesAsync(Path.Combine(Folder("two"), Name), Legal());
        await File.WriteAllBytesAsync(Path.Combine(Folder("two"), "2" + Name), Legal());
        Assert.Contains("several", Refusal("two"), StringComparison.Ordinal);

        File.CreateSymbolicLink(Path.Combine(Folder("link"), Name), _folder.Write("secret", "{}"));
        Assert.Contains("a link", Refusal("link"), StringComparison.Ordinal);

        await File.WriteAllBytesAsync(Path.Combine(Folder("right"), Name), Legal());
        await File.WriteAllTextAsync(Path.Combine(Folder("right"), ".lock"), "");
        Assert.Equal(Name, new ForeignOutbox(_folder.File("right")).Read()?.Name);
    }

    private static string Name => "20261122T120000000-20261122-120000-abcd-v1-0123456789abcdef.json";

    private string Folder(string name) => Directory.CreateDirectory(_folder.File(name)).FullName;

    private string Refusal(string name) =>
        Assert.Throws<RefusedDeliveryException>(() => new ForeignOutbox(_folder.File(name)).Read()).Message;

    private static Delivery Accept(byte[] content)
    {
        var pipeline = new PipelineDefinition
        {
            File = "/checkout/goldenpath.yml",
            Name = "agent-golden-path",
            Services = [],
            Scenarios = [],
            Smoke = [],
            Issues = new() { Labels = ["team-a"] },
        };
        return new ForeignDelivery(Run, pipeline, new OutsideText(new Redactor())).Accept(Name, content);
    }

    private byte[] Legal(Action<JsonObject>? edit = null)
    {
        var outbox = new Outbox(_folder.File("own"));
        var file = outbox.Put(
            new()
            {
                Kind = DeliveryKind.Failure,
                Pipeline = "agent-golden-path",
                Occurrence = Incidents.Crash().Occurrence,
                Fingerprint = Fingerprint,
                Title = "[P1] a title",
                Body = $"<!-- golden-path:{Fingerprint} -->\n<!-- golden-path:pipeline agent-golden-path -->\n## Summary\n\ntext\n",
                Comment = "text",
                Labels =
                [
                    new("P1", "000000", "his"),
                    new("test-failure", "000000", "his"),
                    new("urgent", "000000", "his"),
                    new("P0", "000000", "his"),
                ],
            }
        );
        Assert.Equal(Name, Path.GetFileName(file));
        var delivery = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        edit?.Invoke(delivery);
        return Encoding.UTF8.GetBytes(delivery.ToJsonString());
    }
}
