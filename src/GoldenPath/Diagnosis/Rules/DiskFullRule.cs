using GoldenPath.Diagnosis.Logs;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>The disk takes no more: a log says so, of the service or of the tests.</summary>
internal sealed class DiskFullRule : IRule
{
    public DiagnosisResult? Examine(Case broken, DiagnosisResult observed)
    {
        var full = broken.File.Disks.FirstOrDefault(disk => disk.IsFull);
        var logs = new[] { broken.LastWords, broken.TestWords }.OfType<ScannedLog>();
        var (log, mark) = logs.Select(log => (Log: log, Mark: log.Standing(LogMarkKind.DiskFull).FirstOrDefault())).FirstOrDefault(one => one.Mark is not null);
        if (mark is null || (full is null && !(broken.HasEnded && log.IsVerdict(mark))))
        {
            return null;
        }

        return observed with
        {
            Cause = Causes.DiskFull,
            Certainty = full is not null && log.IsVerdict(mark) ? Certainty.Confirmed : Certainty.Likely,
            Summary = $"The disk is full{(full is null ? "" : $" ({full.Mount})")}: {mark.Seen.Text}",
            Chain =
            [
                .. observed.Chain,
                new("Why did it give up?", "Its log says that the disk takes no more.", [mark.Seen]),
                .. full is null ? [] : new[] { new Why("Why does the disk take no more?", $"{full.Seen.Text}.", [full.Seen]) },
            ],
            Remedies = [new("Make room, or let it write elsewhere.", $"df -h {full?.Mount}".TrimEnd())],
        };
    }
}
