namespace GoldenPath.Reporting.Pages.Picture;

/// <summary>Places moments of a run on the width of its picture, in percent. Each part of the run has a scale of its own, so that 20 ms of events can be
/// seen beside a minute of waiting: long parts are drawn longer than short ones, but less so than they are.</summary>
internal sealed class TimeAxis
{
    private const double Left = 1;
    private const double Width = 98;
    private const double LeastShare = 0.4;
    private const double Shortest = 0.01;

    private readonly List<(double Ms, double Percent)> _knots = [];

    /// <param name="extent">How long the run took, in milliseconds.</param>
    /// <param name="bounds">Where its parts begin and end.</param>
    /// <param name="closeUps">Parts that need room, however short they are.</param>
    public TimeAxis(double extent, IEnumerable<double> bounds, IReadOnlyList<(double From, double To)> closeUps)
    {
        Extent = Math.Max(1, extent);
        var all = Spaced([
            0,
            .. bounds.Concat(closeUps.SelectMany(one => new[] { one.From, one.To })).Where(bound => bound > 0 && bound < Extent),
            Extent,
        ]);
        var parts = all.Zip(all.Skip(1)).Select(part => (part.First, part.Second, Weight: Math.Sqrt(part.Second - part.First))).ToList();
        var whole = parts.Sum(part => part.Weight);
        bool IsClose(double from, double to) => closeUps.Any(one => one.From <= from && to <= one.To);
        parts =
        [
            .. parts.Select(part =>
                IsClose(part.First, part.Second) ? part with { Weight = Math.Max(part.Weight, whole * LeastShare / closeUps.Count) } : part
            ),
        ];
        whole = parts.Sum(part => part.Weight);
        var percent = Left;
        _knots.Add((0, percent));
        foreach (var (_, to, weight) in parts)
        {
            _knots.Add((to, percent += Width * weight / whole));
        }
    }

    /// <summary>How long the run took, in milliseconds.</summary>
    public double Extent { get; }

    /// <summary>The parts: from when to when, and from where to where.</summary>
    public IEnumerable<(double From, double To, double Left, double Right)> Parts =>
        _knots.Zip(_knots.Skip(1), (from, to) => (from.Ms, to.Ms, from.Percent, to.Percent));

    /// <summary>Where a moment is.</summary>
    public double At(double ms)
    {
        var at = Math.Clamp(ms, 0, Extent);
        var part = Parts.First(one => at <= one.To);
        return part.Left + ((part.Right - part.Left) * (at - part.From) / (part.To - part.From));
    }

    // Parts of no time have no width either.
    private List<double> Spaced(IEnumerable<double> bounds)
    {
        List<double> spaced = [];
        foreach (var bound in bounds.Order())
        {
            if (spaced.Count == 0 || bound - spaced[^1] > Shortest)
            {
                spaced.Add(bound);
            }
        }

        spaced[^1] = Extent;
        return spaced.Count == 1 ? [0, Extent] : spaced;
    }
}
