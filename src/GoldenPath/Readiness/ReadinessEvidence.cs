using System.Text;
using System.Text.Json.Nodes;
using GoldenPath.Runs;

namespace GoldenPath.Readiness;

/// <summary>The file in a run folder that keeps what a wait observed; the failures cite it.</summary>
internal static class ReadinessEvidence
{
    /// <summary>The name of the file, relative to the run folder.</summary>
    public static string Source(string service) => $"evidence/readiness-{service}.txt";

    /// <summary>The observations as the journal keeps them, in milliseconds from the moment at which the service was asked to start.</summary>
    public static JsonArray Facts(ReadinessTimeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return new([
            .. timeline.Spans.Select(span => new JsonObject
            {
                ["probe"] = span.Probe,
                ["address"] = span.Address,
                ["answer"] = span.Answer,
                ["ready"] = span.IsReady,
                ["count"] = span.Count,
                ["first"] = Math.Round(span.First.TotalMilliseconds, 1),
                ["last"] = Math.Round(span.Last.TotalMilliseconds, 1),
            }),
        ]);
    }

    /// <summary>Writes it: the timeline on one line, then its spans, then who listens and the warnings.</summary>
    public static async Task SaveAsync(ReadinessOutcome outcome, RunFolder folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(folder);
        Directory.CreateDirectory(folder.EvidenceDirectory);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, Source(outcome.Service)), Text(outcome), cancellationToken);
    }

    internal static string Text(ReadinessOutcome outcome)
    {
        var text = new StringBuilder().AppendLine(outcome.Timeline.ToString()).AppendLine();
        foreach (var span in outcome.Timeline.Spans)
        {
            text.AppendLine(
                $"{Elapsed.Text(span.First)} to {Elapsed.Text(span.Last)}  {$"{span.Address} {span.Probe}".Trim()}: {span.Answer} × {span.Count}"
            );
        }

        return text.AppendJoin('\n', new[] { outcome.Listener }.Concat(outcome.Warnings).Where(line => line is not null))
            .AppendLine()
            .ToString();
    }
}
