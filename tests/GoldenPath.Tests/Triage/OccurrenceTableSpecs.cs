using GoldenPath.Triage;

namespace GoldenPath.Tests.Triage;

[Trait(Speed.Name, Speed.Quick)]
public sealed class OccurrenceTableSpecs
{
    private static readonly Occurrence First = new(
        "run-1",
        Incidents.Noon,
        OccurrenceOutcome.Failed,
        "0123456789abcdef",
        "main",
        "https://github.com/acme/agents/actions/runs/1"
    );

    [Spec]
    public Task What_was_written_is_read_again()
    {
        Occurrence[] rows =
        [
            First,
            First with
            {
                RunId = "run-2",
                At = Incidents.Noon.AddMilliseconds(1),
                Outcome = OccurrenceOutcome.Reopened,
                Url = null,
            },
            First with
            {
                RunId = "run-3",
                At = Incidents.Noon.AddHours(1),
                Outcome = OccurrenceOutcome.Passed,
                Commit = null,
            },
            First with
            {
                RunId = "run-4",
                At = Incidents.Noon.AddHours(2),
                Outcome = OccurrenceOutcome.Recovered,
                Branch = null,
            },
        ];
        var table = rows.Aggregate(OccurrenceTable.Empty, (known, row) => known.With(row)).Following(7);
        var read = OccurrenceTable.Read("before\n\n" + table.ToMarkdown() + "\nafter");
        Assert.Equal(rows.Select(row => row with { Commit = row.CommitId }), read.Rows);
        Assert.Equal(7, read.Follows);
        Assert.Contains("Failed 2 times, passed 2 times, reopened once.", table.ToMarkdown(), StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_run_counts_once()
    {
        var table = OccurrenceTable.Empty.With(First).With(First with { Outcome = OccurrenceOutcome.Passed });
        Assert.Equal(OccurrenceOutcome.Failed, Assert.Single(table.Rows).Outcome);
        return Task.CompletedTask;
    }

    [Spec]
    public Task Text_of_a_person_around_the_table_stays()
    {
        var body = "intro by a person\n\n" + OccurrenceTable.Empty.With(First).ToMarkdown() + "\n\nnotes by a person\n";
        var changed = OccurrenceTable.Read(body).With(First with { RunId = "run-2" }).WriteInto(body);
        Assert.StartsWith("intro by a person\n\n## Occurrences", changed, StringComparison.Ordinal);
        Assert.EndsWith("<!-- golden-path:end -->\n\nnotes by a person\n", changed, StringComparison.Ordinal);
        Assert.Equal(2, OccurrenceTable.Read(changed).Rows.Count);
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_table_that_a_person_took_away_or_broke_is_begun_anew()
    {
        var body = OccurrenceTable.Empty.With(First).WriteInto("text only\r\n");
        Assert.Single(OccurrenceTable.Read(body).Rows);
        var broken = body.Replace("| failed |", "| whatever |", StringComparison.Ordinal);
        Assert.Empty(OccurrenceTable.Read(broken).Rows);
        Assert.Single(OccurrenceTable.Read(OccurrenceTable.Read(broken).With(First).WriteInto(broken)).Rows);
        return Task.CompletedTask;
    }

    [Spec]
    public Task Line_ends_of_a_web_form_are_read_too()
    {
        var body = OccurrenceTable.Empty.With(First).WriteInto("text").Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal("run-1", Assert.Single(OccurrenceTable.Read(body).Rows).RunId);
        return Task.CompletedTask;
    }

    [Spec]
    public Task Old_rows_leave_as_a_number_so_that_the_body_never_outgrows_its_limit()
    {
        var table = Enumerable
            .Range(0, 500)
            .Aggregate(
                OccurrenceTable.Empty,
                (known, index) =>
                    known.With(
                        First with
                        {
                            RunId = $"20261122-120000-{index:d8}-and-a-long-suffix",
                            At = Incidents.Noon.AddMinutes(index),
                            Branch = new string('b', 200),
                        }
                    )
            );
        Assert.Equal(500, table.Rows.Count + table.Earlier);
        Assert.InRange(table.ToMarkdown().Length, 1, 20_000);
        Assert.Equal(table.Earlier, OccurrenceTable.Read(table.ToMarkdown()).Earlier);
        Assert.Equal(Incidents.Noon.AddMinutes(499), table.Rows[^1].At);
        return Task.CompletedTask;
    }
}
