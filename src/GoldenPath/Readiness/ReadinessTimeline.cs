using System.Globalization;
using GoldenPath.Runs;

namespace GoldenPath.Readiness;

/// <summary>What a wait observed, in order: <c>refused × 41 until 0.82 s → accepted, HTTP 503 × 9 until 1.31 s → 200 → WebSocket 101 at 1.34 s</c>.</summary>
/// <param name="Spans">The observations, equal ones in a row folded into one, ordered by their beginning.</param>
internal sealed record ReadinessTimeline(IReadOnlyList<TimelineSpan> Spans)
{
    private const string Accepted = "accepted";

    /// <summary>The addresses that were asked, the one that got furthest first.</summary>
    public IReadOnlyList<string> Addresses =>
        [
            .. Spans
                .Where(span => span.Address.Length > 0)
                .GroupBy(span => span.Address)
                .OrderByDescending(group => group.Count(span => span.IsReady))
                .ThenByDescending(group => group.Count())
                .Select(group => group.Key),
        ];

    /// <summary>The whole on one line, address by address.</summary>
    public override string ToString() =>
        Addresses switch
        {
            [] => Line(""),
            [var only] => Line(only),
            var several => string.Join("; ", several.Select(address => $"{address}: {Line(address)}")),
        };

    /// <summary>What was observed at one address, and in the log.</summary>
    public string Line(string address)
    {
        var spans = Spans.Where(span => span.Address == address || span.Address.Length == 0).ToList();
        return string.Concat(spans.Select((span, at) => Separator(spans, at) + Text(spans, at)));
    }

    private static string Separator(List<TimelineSpan> spans, int at) =>
        at == 0 ? ""
        : spans[at - 1] is { Probe: "", Answer: Accepted } && spans[at].Probe.Length > 0 ? ", "
        : " → ";

    private static string Text(List<TimelineSpan> spans, int at)
    {
        var span = spans[at];
        var name = span.Probe.Length == 0 || (at > 0 && spans[at - 1].Probe == span.Probe) ? "" : span.Probe + " ";
        var isLast = at == spans.Count - 1;
        return name
            + span.Answer
            + (
                span.IsReady || span.Answer == Accepted
                    ? isLast
                        ? $" at {Elapsed.Text(span.First)}"
                        : ""
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"{(span.Count > 1 ? $" × {span.Count}" : "")} until {Elapsed.Text(End(spans, at))}"
                    )
            );
    }

    private static TimeSpan End(List<TimelineSpan> spans, int at) =>
        spans.Skip(at + 1).FirstOrDefault(next => next.Probe == spans[at].Probe)?.First ?? spans[at].Last;
}
