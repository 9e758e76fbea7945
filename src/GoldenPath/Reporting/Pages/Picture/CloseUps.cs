namespace GoldenPath.Reporting.Pages.Picture;

/// <summary>The stretches of a run in which much happens shortly after one another.</summary>
internal static class CloseUps
{
    private const double Rest = 0.1;
    private const double Margin = 0.04;

    /// <summary>Parts moments where nothing happens for a tenth of their whole time.</summary>
    /// <param name="moments">The moments, in order.</param>
    public static IEnumerable<(double From, double To)> Of(IReadOnlyList<double> moments)
    {
        if (moments.Count == 0)
        {
            yield break;
        }

        var rest = (moments[^1] - moments[0]) * Rest;
        var from = moments[0];
        foreach (var (before, next) in moments.Zip([.. moments.Skip(1), double.PositiveInfinity]))
        {
            if (next - before > rest)
            {
                if (before > from)
                {
                    yield return (from - ((before - from) * Margin), before + ((before - from) * Margin));
                }

                from = next;
            }
        }
    }
}
