namespace GoldenPath.Results;

/// <summary>What results files hold, counted; failures are kept whole up to a limit.</summary>
internal sealed class TestResults
{
    /// <summary>How many failures are kept; further ones are only counted.</summary>
    public const int MostFailures = 100;

    /// <summary>How many tests are kept by name, outcome and time; further ones are only counted.</summary>
    public const int MostCases = 2_000;

    private const int MostFlaky = 100;
    private const int MostContradictions = 20;

    private readonly Func<string, string> _redact;
    private readonly Reruns _reruns = new();
    private readonly List<TestCaseResult> _failures = [];
    private readonly List<TestCaseResult> _cases = [];
    private readonly List<string> _flaky = [];
    private readonly List<string> _problems = [];
    private readonly List<string> _errors = [];
    private readonly List<string> _contradictions = [];
    private string _file = "";

    internal TestResults(Func<string, string> redact) => _redact = redact;

    /// <summary>How many tests there were.</summary>
    public int Total => Passed + Failed + Skipped;

    /// <summary>How many passed.</summary>
    public int Passed { get; private set; }

    /// <summary>How many failed.</summary>
    public int Failed { get; private set; }

    /// <summary>How many were left out by their runner.</summary>
    public int Skipped { get; private set; }

    /// <summary>How many of those that passed had failed before and were run again.</summary>
    public int Flaky { get; private set; }

    /// <summary>The names of the first of them.</summary>
    public IReadOnlyList<string> FlakyTests => _flaky;

    /// <summary>The first failures.</summary>
    public IReadOnlyList<TestCaseResult> Failures => _failures;

    /// <summary>The first tests, however they ended, without what they said.</summary>
    public IReadOnlyList<TestCaseResult> Cases => _cases;

    /// <summary>What is wrong with the files themselves, a worded line each.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>What the runner says of itself, outside any test: that its host crashed, that nothing could be discovered.</summary>
    public IReadOnlyList<string> RunnerErrors => _errors;

    /// <summary>What files declare of themselves and do not show, a worded line each.</summary>
    public IReadOnlyList<string> Contradictions => _contradictions;

    /// <summary>The number of the file that is read.</summary>
    internal int Document { get; private set; }

    /// <summary>Begins with a file.</summary>
    internal void Begin(string file) => (_file, Document) = (file, Document + 1);

    /// <summary>Counts a test.</summary>
    internal void Add(TestCaseResult test)
    {
        (Passed, Failed, Skipped) = test.Outcome switch
        {
            TestOutcome.Passed => (Passed + 1, Failed, Skipped),
            TestOutcome.Failed => (Passed, Failed + 1, Skipped),
            _ => (Passed, Failed, Skipped + 1),
        };
        _reruns.Add(test);
        if (test.IsFlaky)
        {
            AddFlaky(test.Name);
        }

        if (_cases.Count < MostCases)
        {
            _cases.Add(test with { Name = _redact(test.Name), Message = "", Details = "", Output = "" });
        }

        if (test.Outcome == TestOutcome.Failed && _failures.Count < MostFailures)
        {
            _failures.Add(
                test with
                {
                    Name = _redact(test.Name),
                    Message = _redact(test.Message),
                    Details = _redact(test.Details),
                    Output = _redact(test.Output),
                }
            );
        }
    }

    /// <summary>Counts tests as skipped that were counted as passed.</summary>
    internal void Skip(int tests) => (Passed, Skipped) = (Passed - tests, Skipped + tests);

    /// <summary>Takes the runner's word for it that all is well in the end: what failed first and passed when it was run again passed.</summary>
    internal void TakeReruns()
    {
        foreach (var (key, name, failures) in _reruns.Passed())
        {
            Failed -= failures;
            _failures.RemoveAll(failure => failure.Key == key);
            AddFlaky(name);
        }
    }

    /// <summary>Names the class of tests whose names lack it; TRX tells it after all results.</summary>
    internal void Qualify(string id, string className)
    {
        Qualify(_failures, id, className);
        Qualify(_cases, id, className);
    }

    /// <summary>Notes what the runner says of itself.</summary>
    internal void NoteError(string error) => _errors.Add(_redact(error));

    /// <summary>Notes a problem.</summary>
    internal void Note(string problem) => _problems.Add(problem);

    /// <summary>Notes that the file, or a part of it, contradicts itself.</summary>
    internal void Contradict(string contradiction)
    {
        if (_contradictions.Count < MostContradictions)
        {
            _contradictions.Add($"{_file}: {_redact(contradiction)}");
        }
    }

    private void Qualify(List<TestCaseResult> tests, string id, string className)
    {
        for (var index = 0; index < tests.Count; index++)
        {
            if (
                tests[index] is var test
                && test.Key.Id == id
                && test.Key.Document == Document
                && !test.Name.StartsWith(className, StringComparison.Ordinal)
            )
            {
                tests[index] = test with { Name = $"{className}.{test.Name}" };
            }
        }
    }

    private void AddFlaky(string name)
    {
        Flaky++;
        if (_flaky.Count < MostFlaky)
        {
            _flaky.Add(_redact(name));
        }
    }
}
