using GoldenPath.Triage;
using static GoldenPath.Triage.OccurrenceOutcome;

namespace GoldenPath.Tests.Triage;

[Trait(Speed.Name, Speed.Quick)]
public sealed class IssueLifecycleSpecs
{
    private static readonly Fingerprint Fingerprint = new("v1:0123456789abcdef");
    private static readonly LifecyclePolicy Policy = new();

    [Spec]
    public Task An_unknown_incident_gets_an_issue() => Expect(OnFailure(Run("r1")), new CreateStep(null));

    [Spec]
    public Task A_known_one_gets_an_occurrence_and_one_comment_for_each_commit()
    {
        var filed = Issue(1, Failed, "r1");
        Expect(OnFailure(Run("r2"), filed), new RecordStep(1, Failed, Comments: true, IsFlaky: false));
        var told = Issue(1, filed, (Failed, "r2", "c1"));
        Expect(OnFailure(Run("r3"), told), new RecordStep(1, Failed, Comments: false, IsFlaky: false));
        return Expect(OnFailure(Run("r3", "c2"), told), new RecordStep(1, Failed, Comments: true, IsFlaky: false));
    }

    [Spec]
    public Task A_run_that_is_recorded_changes_nothing()
    {
        Expect(OnFailure(Run("r1"), Issue(1, Failed, "r1")));
        return Expect(OnFailure(Run("r1"), Closed(Issue(1, Failed, "r1"), hoursAgo: 1)));
    }

    [Spec]
    public Task A_quiet_or_locked_issue_is_counted_without_a_comment()
    {
        var issue = Issue(1, Failed, "r1");
        var silently = new RecordStep(1, Failed, Comments: false, IsFlaky: false);
        Expect(OnFailure(Run("r2", "c2"), issue with { Labels = [IncidentLabels.Quiet.Name] }), silently);
        Expect(OnFailure(Run("r2", "c2"), issue with { IsLocked = true }), silently);
        return Expect(OnFailure(Run("r2", "c2"), Closed(issue with { Labels = ["GOLDEN-PATH-QUIET"] }, hoursAgo: 1)), silently);
    }

    [Spec]
    public Task Within_14_days_of_its_closing_an_issue_is_reopened()
    {
        var closed = Closed(Issue(1, Failed, "r1"), hoursAgo: 24 * 14);
        Expect(OnFailure(Run("r2", "c2"), closed), new RecordStep(1, Reopened, Comments: true, IsFlaky: false));
        return Expect(OnFailure(Run("r2", "c2"), Closed(closed, hoursAgo: (24 * 14) + 1)), new CreateStep(Follows: 1));
    }

    [Spec]
    public Task It_is_flaky_where_the_same_commit_passed()
    {
        var recovered = Closed(Issue(1, Issue(1, Failed, "r1"), (Recovered, "r2", "c2")), hoursAgo: 1);
        Expect(OnFailure(Run("r3", "c2"), recovered), new RecordStep(1, Reopened, Comments: true, IsFlaky: true));
        return Expect(OnFailure(Run("r3", "c3"), recovered), new RecordStep(1, Reopened, Comments: true, IsFlaky: false));
    }

    [Spec]
    public Task It_is_flaky_where_it_comes_back_again_and_again()
    {
        var issue = Issue(
            1,
            Issue(1, Failed, "r1"),
            (Recovered, "r2", "c2"),
            (Reopened, "r3", "c3"),
            (Recovered, "r4", "c4"),
            (Reopened, "r5", "c5"),
            (Recovered, "r6", "c6")
        );
        return Expect(OnFailure(Run("r7", "c7"), Closed(issue, hoursAgo: 1)), new RecordStep(1, Reopened, Comments: true, IsFlaky: true));
    }

    [Spec]
    public Task A_failure_that_was_delivered_late_opens_nothing_again()
    {
        var closed = Closed(Issue(1, Failed, "r1"), hoursAgo: 1);
        var late = Run("r2", "c2") with { At = Incidents.Noon.AddHours(-5) };
        return Expect(OnFailure(late, closed), new RecordStep(1, Failed, Comments: false, IsFlaky: false));
    }

    [Spec]
    public Task Two_open_issues_become_the_older_one_and_the_history_of_both_counts()
    {
        var older = Issue(4, Failed, "r1");
        var younger = Issue(7, Failed, "r2");
        Expect(OnFailure(Run("r2"), younger, older), new MergeStep(7, 4));
        return Expect(
            OnFailure(Run("r3"), younger, older),
            new MergeStep(7, 4),
            new RecordStep(4, Failed, Comments: false, IsFlaky: false)
        );
    }

    [Spec]
    public Task An_open_issue_goes_before_closed_ones_and_the_last_closed_before_the_others()
    {
        var open = Issue(9, Failed, "r1");
        Expect(
            OnFailure(Run("r2", "c2"), Closed(Issue(3, Failed, "r0"), 1), open),
            new RecordStep(9, Failed, Comments: true, IsFlaky: false)
        );
        return Expect(
            OnFailure(Run("r2", "c2"), Closed(Issue(3, Failed, "r0"), 1), Closed(Issue(8, Failed, "r1"), 9)),
            new RecordStep(3, Reopened, Comments: true, IsFlaky: false)
        );
    }

    [Spec]
    public Task A_pass_on_the_default_branch_closes()
    {
        Expect(OnPass(Run("r2", "c2"), true, Issue(1, Failed, "r1")), new RecordStep(1, Recovered, Comments: true, IsFlaky: false));
        return Expect(OnPass(Run("r2"), true, Issue(1, Failed, "r1")), new RecordStep(1, Recovered, Comments: true, IsFlaky: false));
    }

    [Spec]
    public Task A_pass_elsewhere_closes_what_failed_there_alone()
    {
        var pass = Run("r2", "c2") with { Branch = "feature" };
        Expect(OnPass(pass, false, Issue(1, Failed, "r1")));
        var feature = Issue(1, Failed, "r1");
        feature = feature with { Body = feature.Body.Replace("`main`", "`feature`", StringComparison.Ordinal) };
        return Expect(OnPass(pass, false, feature), new RecordStep(1, Recovered, Comments: true, IsFlaky: false));
    }

    [Spec]
    public Task A_pass_and_a_failure_of_one_commit_elsewhere_mean_flaky()
    {
        var pass = Run("r2") with { Branch = "feature" };
        Expect(OnPass(pass, false, Issue(1, Failed, "r1")), new RecordStep(1, Passed, Comments: false, IsFlaky: true));
        return Expect(OnPass(pass with { RunId = "r3" }, false, Issue(1, Issue(1, Failed, "r1"), (Passed, "r2", "c1"))));
    }

    [Spec]
    public Task A_flaky_issue_is_left_to_a_person()
    {
        var flaky = Issue(1, Failed, "r1") with { Labels = [IncidentLabels.Flaky.Name] };
        return Expect(OnPass(Run("r2", "c2"), true, flaky));
    }

    [Spec]
    public Task A_pass_that_began_before_the_last_failure_proves_nothing() =>
        Expect(OnPass(Run("r2", "c2") with { At = Incidents.Noon.AddHours(-1) }, true, Issue(1, Failed, "r1")));

    [Spec]
    public Task As_many_passes_in_a_row_as_the_policy_wants_close()
    {
        var policy = new LifecyclePolicy { PassesToClose = 3 };
        var once = Issue(1, Failed, "r1");
        Expect(IssueLifecycle.OnPass(Run("r2", "c2"), true, [once], policy), new RecordStep(1, Passed, Comments: false, IsFlaky: false));
        var twice = Issue(1, once, (Passed, "r2", "c2"), (Passed, "r3", "c3"));
        Expect(IssueLifecycle.OnPass(Run("r4", "c4"), true, [twice], policy), new RecordStep(1, Recovered, Comments: true, IsFlaky: false));
        var interrupted = Issue(1, twice, (Failed, "r4", "c4"));
        return Expect(
            IssueLifecycle.OnPass(Run("r5", "c5"), true, [interrupted], policy),
            new RecordStep(1, Passed, Comments: false, IsFlaky: false)
        );
    }

    [Spec]
    public Task A_review_merges_closes_and_marks()
    {
        var other = Issue(5, Failed, "r9") with { Body = Issue(5, Failed, "r9").Body.Replace("0123", "9999", StringComparison.Ordinal) };
        Expect(IssueLifecycle.OnReview([Issue(2, Failed, "r1"), other], Policy));
        Expect(IssueLifecycle.OnReview([Issue(7, Failed, "r2"), Issue(2, Failed, "r1"), other], Policy), new MergeStep(7, 2));
        Expect(IssueLifecycle.OnReview([Issue(2, Issue(2, Failed, "r1"), (Recovered, "r2", "c2"))], Policy), new CloseStep(2));
        return Expect(
            IssueLifecycle.OnReview([Issue(2, Issue(2, Failed, "r1"), (Recovered, "r2", "c2"), (Reopened, "r3", "c2"))], Policy),
            new MarkFlakyStep(2)
        );
    }

    private static IReadOnlyList<IssueStep> OnFailure(Occurrence occurrence, params TrackedIssue[] known) =>
        IssueLifecycle.OnFailure(occurrence, known, Policy);

    private static IReadOnlyList<IssueStep> OnPass(Occurrence pass, bool isOnDefaultBranch, params TrackedIssue[] open) =>
        IssueLifecycle.OnPass(pass with { Outcome = Passed }, isOnDefaultBranch, open, Policy);

    private static Task Expect(IReadOnlyList<IssueStep> steps, params IssueStep[] expected)
    {
        Assert.Equal(expected, steps);
        return Task.CompletedTask;
    }

    /// <summary>A run that begins in the hour of its number, after those with lower ones.</summary>
    private static Occurrence Run(string runId, string commit = "c1") =>
        new(
            runId,
            Incidents.Noon.AddMinutes(int.Parse(runId[1..], System.Globalization.CultureInfo.InvariantCulture)),
            Failed,
            commit,
            "main",
            null
        );

    private static TrackedIssue Issue(int number, OccurrenceOutcome outcome, string runId) => Issue(number, null, (outcome, runId, "c1"));

    private static TrackedIssue Issue(
        int number,
        TrackedIssue? earlier,
        params (OccurrenceOutcome Outcome, string RunId, string Commit)[] rows
    )
    {
        var history = rows.Aggregate(
            earlier?.History ?? OccurrenceTable.Empty,
            (table, row) => table.With(Run(row.RunId, row.Commit) with { Outcome = row.Outcome })
        );
        return new()
        {
            Number = number,
            Url = "u",
            State = TrackedState.Open,
            Body = IssueMarker.Write(Fingerprint) + "\n" + history.ToMarkdown(),
        };
    }

    private static TrackedIssue Closed(TrackedIssue issue, int hoursAgo) =>
        issue with
        {
            State = TrackedState.Closed,
            ClosedAt = Incidents.Noon.AddMinutes(10).AddHours(-hoursAgo),
        };
}
