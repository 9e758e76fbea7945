using System.Globalization;
using System.Xml;

namespace GoldenPath.Results;

/// <summary>What a suite or a file says of itself: how many tests it holds and how they ended. <c>null</c> where it does not say.</summary>
/// <param name="Tests">How many tests there are.</param>
/// <param name="Failing">How many of them failed, for whatever reason.</param>
/// <param name="Skipped">How many of them did not run.</param>
/// <param name="LeftOut">How many may be missing, because they did not run: mocha-junit-reporter counts them, does not write them, and says so at the root
/// alone.</param>
internal sealed record DeclaredCounts(long? Tests, long? Failing, long? Skipped, long LeftOut = 0)
{
    /// <summary>Reads them from the attributes of the element that the reader stands on: of JUnit XML, NUnit, xUnit.net.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="around">What the suite around it says; <c>null</c> at the root.</param>
    public static DeclaredCounts OfSuite(XmlReader reader, DeclaredCounts? around)
    {
        var skipped = Most(Sum(reader, "skipped"), Sum(reader, "disabled"));
        var leftOut = Sum(reader, "skipped", "disabled") ?? around?.LeftOut ?? 0;
        return new(Ended(reader), Sum(reader, "failures", "failed", "errors"), skipped, leftOut);
    }

    /// <summary>Reads them from the element <c>Counters</c> of TRX.</summary>
    public static DeclaredCounts OfCounters(XmlReader reader) =>
        new(Sum(reader, "total"), Sum(reader, "failed", "error", "timeout", "aborted", "disconnected", "inProgress"), Skipped: null);

    /// <summary>Where they say more than the rows show: a worded reason, or <c>null</c>. That rows show more proves nothing missing: node:test counts a nested
    /// suite as one test.</summary>
    /// <param name="shown">What the rows show.</param>
    public string? Contradicts(ShownCounts shown)
    {
        if (Failing > shown.Failures)
        {
            return string.Create(CultureInfo.InvariantCulture, $"declares {Failing} failures and errors and shows {shown.Failures}");
        }

        if (Missing(shown) > Math.Max(shown.LeftOut, LeftOut - shown.Skipped))
        {
            return string.Create(CultureInfo.InvariantCulture, $"declares {Tests} tests and shows {shown.Tests}");
        }

        return Tests == shown.Tests && Skipped > shown.Skipped
            ? string.Create(CultureInfo.InvariantCulture, $"declares {Skipped} skipped tests and shows {shown.Skipped}")
            : null;
    }

    /// <summary>How many tests they tell of that are not shown.</summary>
    public long Missing(ShownCounts shown) => Math.Max(0, (Tests ?? 0) - Math.Max(shown.Runs, shown.Children));

    /// <summary>How many tests that did not run are written like passed ones. jest-junit writes a todo as a test that took no time, and does not count
    /// it.</summary>
    public int Todo(ShownCounts shown, int instant) =>
        Tests < shown.Tests && shown.Tests - Tests <= instant ? (int)(shown.Tests - Tests) : 0;

    // Catch2 counts assertions, and is known by the name that it gives to every host; pytest counts subtests. xUnit.net counts explicit tests in its
    // total, and does not write them.
    private static long? Ended(XmlReader reader) =>
        reader.GetAttribute("hostname") == "tbd" || reader.GetAttribute("name") == "pytest" ? null
        : Sum(reader, "passed") is null ? Sum(reader, "tests") ?? Sum(reader, "total")
        : Sum(reader, "passed", "failed", "skipped", "not-run");

    private static long? Most(long? one, long? other) => one > other ? one : other ?? one;

    private static long? Sum(XmlReader reader, params ReadOnlySpan<string> names)
    {
        long? sum = null;
        const NumberStyles Style = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        foreach (var name in names)
        {
            if (int.TryParse(reader.GetAttribute(name), Style, CultureInfo.InvariantCulture, out var count))
            {
                sum = (sum ?? 0) + count;
            }
        }

        return sum;
    }
}
