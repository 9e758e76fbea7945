namespace GoldenPath.Diagnosis;

/// <summary>A diagnosis as a person is told it.</summary>
internal static class DiagnosisText
{
    /// <summary>Tells it: the cause, the chain of whys with its citations, what was ruled out, what to do.</summary>
    public static void Tell(DiagnosisResult diagnosis, Action<string> line)
    {
        line($"Cause: {diagnosis.Cause} ({Word(diagnosis.Certainty)})");
        foreach (var (number, why) in diagnosis.Chain.Index())
        {
            line(
                $"  {number + 1}. {why.Question} {why.Because.Split('\n')[0]}{(why.Evidence is [var first, ..] ? $" [{first.Source}]" : "")}"
            );
        }

        if (diagnosis.RuledOut.Count > 0)
        {
            line($"Ruled out: {string.Join(", ", diagnosis.RuledOut)}");
        }

        foreach (var remedy in diagnosis.Remedies)
        {
            line($"  → {remedy.Text.TrimEnd('.')}{(remedy.Command is null ? "" : $": {remedy.Command}")}");
        }
    }

    /// <summary>A certainty as run.json words it.</summary>
    public static string Word(Certainty certainty) => certainty.ToString().ToLowerInvariant();
}
