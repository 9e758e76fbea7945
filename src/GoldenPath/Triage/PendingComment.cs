namespace GoldenPath.Triage;

/// <summary>The comment that a delivery still owes, remembered over repetitions: a repeated delivery finds its run in the table, and would no longer know.</summary>
internal sealed class PendingComment
{
    /// <summary>The issue to comment; <c>null</c> where nothing is owed.</summary>
    public int? Number { get; private set; }

    /// <summary>Takes over what the steps say, where they say something about a run.</summary>
    public void Expect(IEnumerable<IssueStep> steps)
    {
        if (steps.OfType<RecordStep>().FirstOrDefault() is { } record)
        {
            Number = record.Comments ? record.Number : null;
        }
    }
}
