using System.Globalization;

namespace GoldenPath.Reporting.Pages.Picture;

/// <summary>A time that is written on the axis.</summary>
/// <param name="At">Where, in percent.</param>
/// <param name="Text">It, in seconds.</param>
internal sealed record Tick(double At, string Text)
{
    private const double Room = 8.5;

    /// <summary>The round times of an axis that have room beside each other.</summary>
    public static IReadOnlyList<Tick> On(TimeAxis axis)
    {
        List<Tick> ticks = [];
        foreach (var (from, to, left, right) in axis.Parts)
        {
            var step = Round((to - from) * Room / (right - left));
            for (var at = Math.Ceiling(from / step) * step; at <= to; at += step)
            {
                if (ticks.Count == 0 || axis.At(at) - ticks[^1].At >= Room)
                {
                    ticks.Add(new(axis.At(at), at == 0 ? "0 s" : Seconds(at, step)));
                }
            }
        }

        return ticks;
    }

    private static double Round(double ms)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(ms, 0.001))));
        return power
            * (ms / power) switch
            {
                <= 1 => 1,
                <= 2 => 2,
                <= 5 => 5,
                _ => 10,
            };
    }

    private static string Seconds(double ms, double step)
    {
        var digits = Math.Clamp((int)Math.Ceiling(3 - Math.Log10(step)), 0, 4);
        return (ms / 1000).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
