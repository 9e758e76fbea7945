namespace GoldenPath.Results;

/// <summary>The tests that failed and were run again.</summary>
internal sealed class Reruns
{
    /// <summary>How many failed tests are followed; of further ones each failure counts.</summary>
    private const int MostTests = 10_000;

    private readonly Dictionary<TestKey, (string Name, int Failures, bool Passed)> _failed = [];

    /// <summary>Notes a result.</summary>
    public void Add(TestCaseResult test)
    {
        if (_failed.Count == 0 && test.Outcome != TestOutcome.Failed)
        {
            return;
        }

        var known = _failed.TryGetValue(test.Key, out var earlier);
        if (test.Outcome == TestOutcome.Failed && (known || _failed.Count < MostTests))
        {
            _failed[test.Key] = (test.Name, earlier.Failures + 1, Passed: false);
        }
        else if (test.Outcome == TestOutcome.Passed && known)
        {
            _failed[test.Key] = earlier with { Passed = true };
        }
    }

    /// <summary>The tests whose last result is a pass after failures, with how often they had failed.</summary>
    public IEnumerable<(TestKey Key, string Name, int Failures)> Passed() =>
        _failed.Where(test => test.Value.Passed).Select(test => (test.Key, test.Value.Name, test.Value.Failures));
}
