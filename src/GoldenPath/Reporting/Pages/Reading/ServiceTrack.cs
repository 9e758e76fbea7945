using System.Text.Json;

namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>What became of a service, on the clock of the run, in milliseconds.</summary>
/// <param name="Name">Its name.</param>
internal sealed record ServiceTrack(string Name)
{
    /// <summary>When it was started; <c>null</c> where this run did not.</summary>
    public double? Started { get; init; }

    /// <summary>When it was proved ready; <c>null</c> where it never was.</summary>
    public double? Ready { get; init; }

    /// <summary>When it ended or broke, unasked; <c>null</c> where it did not.</summary>
    public double? Ended { get; init; }

    /// <summary>How.</summary>
    public string End { get; init; } = "";

    /// <summary>What the probes were answered.</summary>
    public IReadOnlyList<ProbeSpan> Probes { get; init; } = [];

    /// <summary>The services of a journal, in the order of their first entry.</summary>
    public static IReadOnlyList<ServiceTrack> In(IEnumerable<JournalEntry> journal)
    {
        var tracks = new Dictionary<string, ServiceTrack>(StringComparer.Ordinal);
        foreach (var entry in journal.Where(entry => entry.Kind is "service" or "readiness"))
        {
            if (entry.Facts.Text("service") is { } name)
            {
                tracks[name] = tracks.GetValueOrDefault(name, new(name)).With(entry);
            }
        }

        return [.. tracks.Values];
    }

    private ServiceTrack With(JournalEntry entry) =>
        entry.Kind switch
        {
            "readiness" => this with { Ready = entry.Facts.Holds("ready") ? entry.At : null, Probes = Spans(entry) },
            _ when entry.Facts.Holds("ended") => this with { Ended = entry.At, End = entry.Text },
            _ => this with { Started = entry.At },
        };

    private static IReadOnlyList<ProbeSpan> Spans(JournalEntry entry)
    {
        var asked = entry.Facts.Number("asked") ?? 0;
        return [.. entry.Facts.Items("probes").Select(span => Span(span, asked))];
    }

    private static ProbeSpan Span(JsonElement span, double asked) =>
        new(
            span.Text("probe") ?? "",
            span.Text("address") ?? "",
            span.Text("answer") ?? "",
            span.Holds("ready"),
            span.Whole("count") ?? 1,
            asked + (span.Number("first") ?? 0),
            asked + (span.Number("last") ?? 0)
        );
}
