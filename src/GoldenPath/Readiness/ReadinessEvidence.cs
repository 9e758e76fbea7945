using System.Text;
using GoldenPath.Runs;

namespace GoldenPath.Readiness;

/// <summary>The file in a run folder that keeps what a wait observed; the failures cite it.</summary>
public static class ReadinessEvidence
{
    /// <summary>The name of the file, relative to the run folder.</summary>
    public static string Source(string service) => $"evidence/readiness-{service}.txt";

    /// <summary>Writes it: the timeline on one line, then its spans, then who listens and the warnings.</summary>
    public static async Task SaveAsync(ReadinessOutcome outcome, RunFolder folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(folder);
        Directory.CreateDirectory(folder.EvidenceDirectory);
        var text = new StringBuilder().AppendLine(outcome.Timeline.ToString()).AppendLine();
        foreach (var span in outcome.Timeline.Spans)
        {
            text.AppendLine($"{Elapsed.Text(span.First)} to {Elapsed.Text(span.Last)}  {$"{span.Address} {span.Probe}".Trim()}: {span.Answer} × {span.Count}");
        }

        text.AppendJoin('\n', new[] { outcome.Listener }.Concat(outcome.Warnings).Where(line => line is not null)).AppendLine();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, Source(outcome.Service)), text.ToString(), cancellationToken);
    }
}
