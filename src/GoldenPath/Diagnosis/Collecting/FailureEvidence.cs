using GoldenPath.Diagnosis.Facts;

namespace GoldenPath.Diagnosis.Collecting;

/// <summary>Writes down what the failed stage saw.</summary>
internal static class FailureEvidence
{
    public static Observation Collect(CaptureSubject subject)
    {
        var sheet = subject.Sheet("failure");
        var seen = sheet.Add($"{subject.Stage}: {subject.Failure.Summary}");
        foreach (var detail in subject.Failure.Details)
        {
            sheet.Add(detail);
        }

        sheet.Write();
        return new(subject.Stage, subject.Failure, seen);
    }
}
