using GoldenPath.Reporting.Pages.Html;
using GoldenPath.Reporting.Pages.Reading;

namespace GoldenPath.Reporting.Pages.Picture;

/// <summary>The services of a run: their lives, and what their probes were answered.</summary>
/// <param name="story">The run.</param>
internal sealed class ServiceLanes(RunStory story)
{
    private const int Most = 12;
    private const int MostAddresses = 3;

    private readonly double _end = story.Run.Stages.FirstOrDefault(stage => stage.Name == Stages.Teardown)?.OffsetMs ?? story.Extent;

    /// <summary>A lane a service.</summary>
    public IEnumerable<Lane> All() =>
        story.Services.Take(Most).Select(service => new Lane(service.Name, [.. Life(service), .. Probes(service), .. Moments(service)]));

    private IEnumerable<Mark> Life(ServiceTrack service)
    {
        if (service.Started is { } started && (service.Ended ?? _end) is var ended && ended > started)
        {
            yield return new(Shape.Bar, Tone.Soft, started, ended, $"started at {Times.Seconds(started)}");
        }
    }

    private static IEnumerable<Mark> Probes(ServiceTrack service)
    {
        var rows = service
            .Probes.Select(probe => probe.Address)
            .Where(address => address.Length > 0)
            .Distinct()
            .Take(MostAddresses)
            .ToList();
        return service
            .Probes.Where(probe => probe.Address.Length == 0 || rows.Contains(probe.Address))
            .Select(probe => new Mark(
                probe.To > probe.From ? Shape.Bar : Shape.Dot,
                probe.IsReady ? Tone.Good : Tone.Odd,
                probe.From,
                probe.To,
                $"{probe.Name} {probe.Answer}{(probe.Count > 1 ? $" × {probe.Count}" : "")}, {Span(probe)}",
                Math.Max(0, rows.IndexOf(probe.Address))
            ));
    }

    private static string Span(ProbeSpan probe) =>
        probe.To > probe.From ? $"{Times.Seconds(probe.From)} to {Times.Seconds(probe.To)}" : $"at {Times.Seconds(probe.From)}";

    private static IEnumerable<Mark> Moments(ServiceTrack service)
    {
        if (service.Ready is { } ready)
        {
            yield return Mark.At(Shape.Dot, Tone.Good, ready, $"proved ready at {Times.Seconds(ready)}");
        }

        if (service.Ended is { } ended)
        {
            yield return Mark.At(Shape.Cross, Tone.Bad, ended, $"{service.End}, at {Times.Seconds(ended)}");
        }
    }
}
