using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>The disk takes no more.</summary>
internal sealed class FullDisk : IExplanation
{
    public IReadOnlyList<SignKind> Kinds { get; } = [SignKind.DiskFull];

    public Account? Explain(Case broken, ServiceFact service, Sign sign)
    {
        var full = broken.File.Disks.FirstOrDefault(disk => disk.IsFull);
        return full is null && !broken.HasEnded ? null : Of(full, sign);
    }

    /// <summary>What a log's word on a full disk means, whoever wrote it.</summary>
    public static Account Of(DiskFact? full, Sign sign) =>
        new(
            Causes.DiskFull,
            $"The disk is full{(full is null ? "" : $" ({full.Mount})")}: {sign.Seen.Text}",
            "Its log says that the disk takes no more.",
            full is not null
        )
        {
            State = full is null ? [] : [new("Why does the disk take no more?", $"{full.Seen.Text}.", [full.Seen])],
            Remedies =
            [
                new(
                    "Make room: remove what no container uses, old caches and logs.",
                    OperatingSystem.IsWindows()
                        ? "docker system prune; Clear-RecycleBin"
                        : "docker system prune; sudo apt-get clean; sudo journalctl --vacuum-size=100M"
                ),
                new(
                    "See what takes the space, and what else may be used up (inodes, a quota, a small tmpfs).",
                    OperatingSystem.IsWindows() ? "Get-PSDrive -PSProvider FileSystem" : $"df -h {full?.Mount}".TrimEnd() + "; df -i"
                ),
            ],
        };
}
