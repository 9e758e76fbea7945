using GoldenPath.Diagnosis.Explanations;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>The tests failed because the disk took no more: their own output says so, and it is full.</summary>
internal sealed class FullDiskInTestsRule : IRule
{
    public DiagnosisResult? Examine(Case broken, DiagnosisResult observed)
    {
        if (
            broken.TestStory is not { } story
            || broken.File.Disks.FirstOrDefault(disk => disk.IsFull) is not { } full
            || story.Ranked.FirstOrDefault(sign => sign.Kind == SignKind.DiskFull) is not { } sign
        )
        {
            return null;
        }

        var account = FullDisk.Of(full, sign);
        return observed with
        {
            Cause = account.Cause,
            Certainty = story.IsVerdict(sign) ? Certainty.Confirmed : Certainty.Likely,
            Summary = account.Summary,
            Chain = [.. observed.Chain, new("Why did the test give up?", account.Says, [sign.Seen]), .. account.State],
            Remedies = account.Remedies,
        };
    }
}
