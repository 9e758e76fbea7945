namespace AgentBackend.Tools;

/// <summary>What the calculator knows beyond the four operations.</summary>
internal static class Arithmetic
{
    private const int LargestExponent = 1000;

    /// <summary>A power; exact for whole exponents.</summary>
    /// <exception cref="ToolException">It is not a real number, or out of reach.</exception>
    public static decimal Power(decimal value, decimal exponent)
    {
        if (exponent != decimal.Truncate(exponent))
        {
            return Real(Math.Pow((double)value, (double)exponent));
        }

        if (Math.Abs(exponent) > LargestExponent)
        {
            throw new ToolException($"the exponent {exponent} is beyond {LargestExponent}");
        }

        if (value == 0 && exponent < 0)
        {
            throw new ToolException("a division by zero has no result");
        }

        var power = WholePower(value, (int)Math.Abs(exponent));
        return exponent < 0 ? 1 / power : power;
    }

    /// <summary>The value of a function.</summary>
    /// <exception cref="ToolException">The function does not take these arguments.</exception>
    public static decimal Call(string function, IReadOnlyList<decimal> arguments) =>
        (function, arguments) switch
        {
            ("max", _) => arguments.Max(),
            ("min", _) => arguments.Min(),
            ("sqrt", [var x]) => Real(Math.Sqrt((double)x)),
            ("abs", [var x]) => Math.Abs(x),
            ("floor", [var x]) => Math.Floor(x),
            ("ceil", [var x]) => Math.Ceiling(x),
            ("round", [var x]) => Math.Round(x, MidpointRounding.AwayFromZero),
            ("round", [var x, >= 0 and <= 28 and var digits]) => Math.Round(x, (int)digits, MidpointRounding.AwayFromZero),
            _ => throw new ToolException($"the function '{function}' does not take {arguments.Count} such arguments"),
        };

    private static decimal WholePower(decimal value, int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
        {
            power *= value;
        }

        return power;
    }

    private static decimal Real(double value) =>
        double.IsFinite(value) ? (decimal)value : throw new ToolException("the result is not a real number");
}
