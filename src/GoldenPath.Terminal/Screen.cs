namespace GoldenPath.Terminal;

/// <summary>Where lines are printed, and what can be done there.</summary>
internal sealed record Screen
{
    private const int UsualWidth = 80;

    /// <summary>Where lines go.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Whether what was printed can be changed afterwards, because a person looks at it now.</summary>
    public bool IsLive { get; init; }

    /// <summary>Whether colours are wanted.</summary>
    public bool HasColours { get; init; }

    /// <summary>The width in columns, asked each time: windows change.</summary>
    public Func<int> Width { get; init; } = () => UsualWidth;

    /// <summary>The standard output of this process.</summary>
    /// <param name="variable">The environment.</param>
    public static Screen OfThisProcess(Func<string, string?> variable) =>
        Of(Console.Out, !Console.IsOutputRedirected, variable) with
        {
            Width = () => Console.IsOutputRedirected ? UsualWidth : Columns,
        };

    /// <summary>What a writer can do in an environment: a pipe gets lines alone, and <c>TERM=dumb</c> says that a terminal can do no more. <c>FORCE_COLOR</c> decides about colours
    /// before <c>NO_COLOR</c> does, as Node and its tools have it.</summary>
    /// <param name="writer">Where lines go.</param>
    /// <param name="isTerminal">Whether that is a terminal.</param>
    /// <param name="variable">The environment.</param>
    public static Screen Of(TextWriter writer, bool isTerminal, Func<string, string?> variable)
    {
        var isAble = isTerminal && variable("TERM") != "dumb";
        return new()
        {
            Out = writer,
            IsLive = isAble && string.IsNullOrEmpty(variable("CI")),
            HasColours = variable("FORCE_COLOR") switch
            {
                null or "" => isAble && string.IsNullOrEmpty(variable("NO_COLOR")),
                "0" or "false" => false,
                _ => true,
            },
        };
    }

    // A terminal that does not know its size says 0.
    private static int Columns => Console.WindowWidth is > 0 and var columns ? columns : UsualWidth;
}
