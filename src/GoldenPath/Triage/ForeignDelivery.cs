using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using GoldenPath.Configuration;
using GoldenPath.Reporting;
using GoldenPath.Runs;

namespace GoldenPath.Triage;

/// <summary>Makes a delivery of one's own out of what somebody else's job wrote: who, when and where come from GitHub, labels from this repository, and what is left of it
/// is a text in a fence.</summary>
/// <remarks>Whoever writes it can do no more than report an incident: he closes no issue, opens none again, mentions nobody, links nothing, and chooses no label that this pipeline
/// would not give.</remarks>
/// <param name="run">The run that left it, as GitHub tells of it.</param>
/// <param name="pipeline">The pipeline of this repository.</param>
/// <param name="text">Writes text from outside.</param>
internal sealed partial class ForeignDelivery(TriggeringRun run, PipelineDefinition pipeline, OutsideText text)
{
    private const int LongestReport = 40_000;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        MaxDepth = 8,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The delivery that is filed.</summary>
    /// <param name="name">The name of its file.</param>
    /// <param name="content">What is in it.</param>
    /// <exception cref="RefusedDeliveryException">It is not what a run of this pipeline leaves.</exception>
    public Delivery Accept(string name, byte[] content)
    {
        var foreign = Parse(content);
        Check(foreign, name);
        var fingerprint = new Fingerprint(foreign.Fingerprint!);
        var from = $"{run.Head ?? "a fork that is gone"}:{run.Branch}";
        var occurrence = new Occurrence($"fork-{run.Id}", run.At, OccurrenceOutcome.Failed, run.Commit, text.Bounded(from, 100), run.Url);
        return new()
        {
            Kind = DeliveryKind.Failure,
            Pipeline = foreign.Pipeline,
            Occurrence = occurrence,
            IsOnDefaultBranch = false,
            Fingerprint = fingerprint.Value,
            Title = text.Title(foreign.Title, IssueDocument.LongestTitle),
            Body = Body(foreign, fingerprint, occurrence, from),
            Comment =
                $"{IssueMarker.WriteRun(occurrence.RunId)}\nFailed in {text.Code(from)} too{Link(" (", ")")}: {text.Prose(foreign.Title)}\n",
            Labels = IncidentLabels.Known([.. foreign.Labels.Select(label => label.Name)], pipeline.Issues.Labels),
        };
    }

    private static Delivery Parse(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize<Delivery>(content, Strict) ?? throw new RefusedDeliveryException("it is empty");
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or NotSupportedException)
        {
            throw new RefusedDeliveryException("it is not in the form of a delivery");
        }
    }

    private void Check(Delivery foreign, string name)
    {
        var reason = foreign switch
        {
            { Schema: not 1 } => "it is of another version",
            { Kind: not DeliveryKind.Failure } => "it tells of no failure, and nobody else closes issues",
            { Fingerprint: null } => "it has no fingerprint",
            { Title.Length: 0 or > 256 }
            or { Body.Length: > IssueDocument.LongestBody }
            or { Comment.Length: > IssueDocument.LongestBody } => "a text of it is longer than a tracker takes",
            { Labels.Count: > 50 } => "it has more labels than an issue takes",
            _ when foreign.Labels.Contains(null!) => "it is not in the form of a delivery",
            _ when !FingerprintForm().IsMatch(foreign.Fingerprint) || Markers().Count(foreign.Body) != 1 => "its marker is none",
            _ when IssueMarker.Read(foreign.Body)?.Value != foreign.Fingerprint => "its marker is of another incident",
            _ when IssueMarker.ReadPipeline(foreign.Body) != IssueMarker.Slug(foreign.Pipeline) || foreign.Pipeline != pipeline.Name =>
                "it is of another pipeline than this repository's",
            _ when foreign.FileName != name => "its file has the name of another delivery",
            _ => null,
        };
        if (reason is not null)
        {
            throw new RefusedDeliveryException(reason);
        }
    }

    private string Body(Delivery foreign, Fingerprint fingerprint, Occurrence occurrence, string from) =>
        $"""
            {IssueMarker.Write(fingerprint)}
            {IssueMarker.WritePipeline(pipeline.Name)}
            Reported by a pull request from {text.Code(from)}{Link(
                ", in ",
                ""
            )}. Its code ran there, so the report is shown as the text that it is:

            {text.Fence(Comments().Replace(foreign.Body, ""), "text", LongestReport)}

            {OccurrenceTable.Empty.With(occurrence).ToMarkdown()}

            """.ReplaceLineEndings(
            "\n"
        );

    private string Link(string before, string after) =>
        Uri.TryCreate(run.Url, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? $"{before}[its run]({url}){after}" : "";

    [GeneratedRegex(@"\Av1:[0-9a-f]{8,64}\z")]
    private static partial Regex FingerprintForm();

    [GeneratedRegex(@"<!--\s*golden-path:v\d")]
    private static partial Regex Markers();

    /// <summary>Hidden lines, which a fence would show.</summary>
    [GeneratedRegex(@"^<!-- golden-path:[^\n]{0,200} -->\r?\n?", RegexOptions.Multiline)]
    private static partial Regex Comments();
}
