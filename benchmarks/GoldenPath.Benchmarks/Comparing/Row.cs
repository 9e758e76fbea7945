namespace GoldenPath.Benchmarks.Comparing;

/// <summary>A figure of the comparison: the median of several runs, which took turns with those of the others.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Who">Of whom.</param>
/// <param name="Unit">In what.</param>
/// <param name="Values">Run by run.</param>
internal sealed record Row(string What, string Who, string Unit, IReadOnlyList<double> Values)
{
    public double Median => Values.Order().ElementAt(Values.Count / 2);
}
