using System.Xml;

namespace GoldenPath.Results;

/// <summary>A suite while it is read.</summary>
internal sealed class SuiteScope
{
    private const int LongestPath = 500;

    // What a file tells of time may lie anywhere; no sum of it may leave the calendar.
    private static readonly DateTimeOffset LatestTime = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly int _document;
    private readonly bool _isNUnit;
    private readonly bool _repeatsOthers;
    private readonly DeclaredCounts _declared;
    private readonly TestOutcome? _outcome;
    private int _instant;
    private bool _contradicted;

    /// <summary>Begins with the element that the reader stands on.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="around">The suite around it; <c>null</c> at the root.</param>
    /// <param name="document">The number of the file.</param>
    public SuiteScope(XmlReader reader, SuiteScope? around, int document)
    {
        Around = around;
        Now = TestTimes.Moment(reader.GetAttribute("timestamp")) ?? around?.Now;
        _document = document;
        Name = BoundedText.Cut(
            reader.GetAttribute("name") ?? reader.GetAttribute("fullname") ?? reader.LocalName,
            TestCaseResult.NameLimit
        );
        // Playwright tells its browsers apart by the host's name.
        Path = BoundedText.Cut($"{around?.Path}/{Name}|{reader.GetAttribute("package")}|{reader.GetAttribute("hostname")}", LongestPath);
        _isNUnit = reader.LocalName == "test-suite";
        _repeatsOthers = _isNUnit && reader.GetAttribute("site") is "Child" or "Parent";
        _declared = DeclaredCounts.OfSuite(reader, around?._declared);
        _outcome = OutcomeWords.Read(reader.GetAttribute("result")) ?? OutcomeWords.Read(reader.GetAttribute("status"));
    }

    /// <summary>The suite around it; <c>null</c> at the root.</summary>
    public SuiteScope? Around { get; }

    /// <summary>Its name; that of its element where it has none.</summary>
    public string Name { get; }

    /// <summary>What tells it from other suites of the file.</summary>
    public string Path { get; }

    /// <summary>What its rows show so far.</summary>
    public ShownCounts Shown { get; } = new();

    /// <summary>When its next test begins, as far as anybody knows: only the suite has a time, and its tests come one after the other.</summary>
    public DateTimeOffset? Now { get; private set; }

    /// <summary>What its failure outside of any test comes to, which is known at its end where NUnit wrote it.</summary>
    public TestCaseResult? Pending { get; private set; }

    /// <summary>Counts a test that lies right in it.</summary>
    /// <param name="test">The test.</param>
    /// <param name="isInstant">Whether it took no time and says nothing.</param>
    public void Add(TestCaseResult test, bool isInstant)
    {
        Now = Now < LatestTime ? Now + test.Took : null;
        Shown.Add(test.Outcome, test.Failures, test.Reruns);
        _instant += isInstant && test.Outcome == TestOutcome.Passed ? 1 : 0;
    }

    /// <summary>Takes the failure outside of any test that the reader stands on: a module that cannot be loaded, a set-up that breaks.</summary>
    /// <remarks>It is a failed case of the suite. NUnit writes one in each suite around a failed test, and around the tests of a set-up that broke.</remarks>
    /// <returns>The failed case, or <c>null</c> where that is not known yet.</returns>
    public TestCaseResult? TakeFailure(XmlReader reader)
    {
        var failure = new JUnitTest(new TestKey(_document, Path, "", Name, ""), told: null, file: null, line: null);
        failure.Take(reader);
        Pending = _isNUnit && !_repeatsOthers ? failure.Ended() : null;
        return _isNUnit ? null : failure.Ended();
    }

    /// <summary>How many of its tests are still to be done, although they are written like passed ones.</summary>
    public int Todo() => Shown.Failures == 0 ? _declared.Todo(Shown, _instant) : 0;

    private bool IsFailedWithoutFailure => _outcome == TestOutcome.Failed && !_repeatsOthers && Shown.Failures == 0;

    /// <summary>Ends it, and hands what it showed to the suite around it.</summary>
    /// <returns>What it declares and does not show, unless a suite in it has said so; or <c>null</c>.</returns>
    public string? Close()
    {
        var reason = _contradicted
            ? null
            : _declared.Contradicts(Shown) ?? (IsFailedWithoutFailure ? "is declared failed and shows no failure" : null);
        if (Around is { } around)
        {
            Shown.LeftOut = Math.Max(Shown.LeftOut, _declared.Missing(Shown));
            around.Shown.Add(Shown);
            around._contradicted |= _contradicted || reason is not null;
        }

        return reason;
    }
}
