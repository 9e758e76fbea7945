using System.Globalization;
using GoldenPath.Configuration;
using GoldenPath.Guard.Redaction;
using GoldenPath.Runs;

namespace GoldenPath.Reporting.Jobs;

/// <summary>What a red run notes at the lines of the sources: the cause where it is declared, each failing test, each problem of the configuration.</summary>
/// <param name="redactor">What knows the run's secrets.</param>
/// <param name="place">The job.</param>
internal sealed class JobAnnotations(Redactor redactor, JobPlace place)
{
    /// <summary>A step shows ten; the build engine writes one of its own for the target that failed.</summary>
    public const int Most = 9;

    private const int LongestMessage = 1_000;

    private readonly OutsideText _text = new(redactor, place.Portable);

    /// <summary>The notes of a run, the cause first; where there are more than a step shows, the last one counts the others.</summary>
    /// <param name="run">Its result.</param>
    /// <param name="failure">What the failed stage saw; <c>null</c> where none failed.</param>
    /// <param name="definition">What the run was to prove; <c>null</c> where the file could not be read.</param>
    public IReadOnlyList<Annotation> Of(RunResult run, Failure? failure, PipelineDefinition? definition)
    {
        if (failure is null || run.Verdict is Verdict.Passed or Verdict.Cancelled)
        {
            return [];
        }

        List<Annotation> all =
            run.Verdict == Verdict.Configuration
                ? [.. Problems(failure)]
                : [Cause(run, failure, definition), .. run.Smoke.Failures.Where(test => !IsTold(test, run, failure)).Select(Test)];
        var more = all.Count - Most + 1 + Math.Max(0, run.Smoke.Failed - run.Smoke.Failures.Count);
        return all.Count <= Most
            ? all
            :
            [
                .. all.Take(Most - 1),
                new(null, "more", string.Create(CultureInfo.InvariantCulture, $"{more} more are on the job's summary page.")),
            ];
    }

    private Annotation Cause(RunResult run, Failure failure, PipelineDefinition? definition)
    {
        var title = run.Diagnosis is { } diagnosis
            ? $"{run.Name}: {diagnosis.Cause} ({diagnosis.Certainty.ToString().ToLowerInvariant()})"
            : $"{run.Name}: {run.Verdict.ToString().ToLowerInvariant()}";
        return new(Declared(run, failure, definition), Line(title), Message(run.Diagnosis?.Summary ?? failure.Summary));
    }

    // A scenario that failed is the cause's own place: the same line would only be told twice.
    private bool IsTold(TestFailure test, RunResult run, Failure failure) =>
        test.Test == failure.Test && run.Diagnosis is not null && place.Find(test.File) is null
        || test.Test == failure.Test && test.Error == failure.Summary;

    private SourceLine? Declared(RunResult run, Failure failure, PipelineDefinition? definition)
    {
        var test = run.Smoke.Failures.FirstOrDefault(test => test.Test == failure.Test);
        if (failure.Service is null && place.Find(test?.File) is { } tested)
        {
            return tested;
        }

        var service = definition?.Services.FirstOrDefault(service => service.Name == failure.Service);
        return place.Find(
            definition is null ? null
            : service is null ? definition.File
            : string.Create(CultureInfo.InvariantCulture, $"{definition.File}:{service.Line}")
        );
    }

    private Annotation Test(TestFailure test) => new(place.Find(test.File), Line(test.Test), Message(test.Error));

    private IEnumerable<Annotation> Problems(Failure failure)
    {
        foreach (var line in failure.Summary.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var found = line.Split(": ", 2) is [var where, _] ? place.Find(where) : null;
            yield return new(found, "configuration", Message(found is null ? line : line.Split(": ", 2)[1]));
        }
    }

    private string Line(string text) => _text.Bounded(text, 200).ReplaceLineEndings(" ");

    private string Message(string text) => _text.Bounded(text, LongestMessage);
}
