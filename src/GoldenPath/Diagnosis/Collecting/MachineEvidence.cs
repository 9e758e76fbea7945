using System.Globalization;
using GoldenPath.Configuration;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Runs;

namespace GoldenPath.Diagnosis.Collecting;

/// <summary>Writes down how much disk and memory there was, and what the run was made of: commit, tools, system.</summary>
internal sealed class MachineEvidence(CaptureSubject subject)
{
    private readonly EvidenceSheet _sheet = subject.Sheet("machine");

    public (IReadOnlyList<DiskFact> Disks, MemoryFact Memory) Collect()
    {
        IReadOnlyList<DiskFact> disks =
        [
            .. Paths().Select(MountOf).OfType<DriveInfo>().DistinctBy(drive => drive.Name).Select(Fact).OfType<DiskFact>(),
        ];
        var memory = Memory();
        var git = GitCheckout.Read(subject.Settings.Root);
        _sheet.Add($"commit: {git.Commit ?? "none"}, branch {git.Branch ?? "none"}");
        foreach (var fact in EnvironmentFacts.Collect(Environment.GetEnvironmentVariable))
        {
            _sheet.Add($"{fact.Name}: {fact.Value}");
        }

        _sheet.Write();
        return (disks, memory);
    }

    private IEnumerable<string> Paths() =>
        new[] { subject.Folder.Path, Path.GetTempPath(), subject.Definition.Directory }.Concat(
            subject.Definition.Services.Select(service => service.Host).OfType<ProcessHostDefinition>().Select(process => process.Directory)
        );

    private static DriveInfo? MountOf(string path) =>
        DriveInfo
            .GetDrives()
            .Where(drive =>
                (path + "/").StartsWith(drive.Name.TrimEnd('/') + "/", StringComparison.Ordinal)
                || (OperatingSystem.IsWindows() && path.StartsWith(drive.Name, StringComparison.OrdinalIgnoreCase))
            )
            .MaxBy(drive => drive.Name.Length);

    private DiskFact? Fact(DriveInfo drive)
    {
        try
        {
            var (free, total) = (drive.AvailableFreeSpace, drive.TotalSize);
            return new(drive.Name, free, total, _sheet.Add($"disk {drive.Name}: {Size(free)} free of {Size(total)}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // It went away meanwhile.
        }
    }

    private MemoryFact Memory()
    {
        var kills = OutOfMemoryKills.Read().Since(subject.KillsBefore);
        var memory = GC.GetGCMemoryInfo();
        var told = kills is { OwnGroup: null, Machine: null }
            ? "the system does not tell whom it ended for want of memory"
            : $"ended for want of memory since the run began: {Count(kills.OwnGroup)} in this control group, {Count(kills.Machine)} on this machine";
        var free = Size(memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes);
        return new(kills.OwnGroup, kills.Machine, _sheet.Add($"memory: {free} free of {Size(memory.TotalAvailableMemoryBytes)}; {told}"));
    }

    private static string Count(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "unknown";

    private static string Size(long bytes) =>
        bytes switch
        {
            >= 1L << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):0.0} GiB"),
            >= 1L << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 20):0.0} MiB"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024} KiB"),
        };
}
