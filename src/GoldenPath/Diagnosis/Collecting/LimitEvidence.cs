using System.Globalization;
using GoldenPath.Diagnosis.Facts;

namespace GoldenPath.Diagnosis.Collecting;

/// <summary>Writes down how many files a process may open and a user may watch. Linux; elsewhere nothing is told.</summary>
internal static class LimitEvidence
{
    private static readonly string[] Kernel = ["fs.inotify.max_user_watches", "fs.inotify.max_user_instances"];

    public static IReadOnlyList<LimitFact> Collect(CaptureSubject subject)
    {
        if (!OperatingSystem.IsLinux())
        {
            return [];
        }

        var sheet = subject.Sheet("limits");
        var files = Line("/proc/self/limits", "Max open files")?.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        var told = Kernel.Select(name => (name, Line("/proc/sys/" + name.Replace('.', '/'), ""))).Append(("nofile", files));
        IReadOnlyList<LimitFact> facts = [.. told.Select(limit => Fact(sheet, limit.Item1, limit.Item2)).OfType<LimitFact>()];
        sheet.Write();
        return facts;
    }

    private static LimitFact? Fact(EvidenceSheet sheet, string name, string? value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(name, number, sheet.Add($"{name}: {number}"))
            : null;

    private static string? Line(string file, string prefix)
    {
        try
        {
            return File.ReadLines(file).FirstOrDefault(line => line.StartsWith(prefix, StringComparison.Ordinal))?[prefix.Length..].Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // A kernel without it.
        }
    }
}
