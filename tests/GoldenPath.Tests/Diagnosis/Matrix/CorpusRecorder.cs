using GoldenPath.Benchmarks.Diagnosis;

namespace GoldenPath.Tests.Diagnosis.Matrix;

/// <summary>Keeps what a run wrote down about a fault, so that the rules can be measured without injecting it again.</summary>
/// <remarks><c>GOLDENPATH_RECORD=1</c> records anew. Only what a diagnosis reads is kept: the evidence, the logs and the frames;
/// and no case that would be large.</remarks>
internal static class CorpusRecorder
{
    /// <summary>The most that a case may have, in bytes.</summary>
    public const int MostBytes = 30 * 1024;

    private static readonly string[] Read = ["evidence/", "logs/", "frames.jsonl"];

    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("GOLDENPATH_RECORD") == "1";

    /// <summary>Where the cases are.</summary>
    public static string Corpus { get; } = Repository.File(Score.Corpus);

    public static void Record(IEnumerable<FaultOutcome> outcomes)
    {
        foreach (var one in outcomes.Where(one => one is { Skipped: null, Problem: null, Diagnosis: not null, Round: 1 }))
        {
            Record(one);
        }
    }

    private static void Record(FaultOutcome one)
    {
        var folder = Path.Combine(Corpus, one.Fault.Name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        List<FileInfo> files = [.. new DirectoryInfo(one.Folder)
            .GetFiles("*", SearchOption.AllDirectories)
            .Where(file => Array.Exists(Read, Path.GetRelativePath(one.Folder, file.FullName).StartsWith))];
        if (files.Sum(file => file.Length) > MostBytes)
        {
            return;
        }

        foreach (var file in files)
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(one.Folder, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, Neutral(File.ReadAllText(file.FullName), one));
        }

        new CorpusCase(one.Fault.Name, folder, new CorpusTruth(one.Fault.Cause, one.Fault.Also, one.Fault.Hard, one.Fault.ExitCode)).Write();
    }

    /// <summary>Where it was recorded is nobody's business, and would differ each time.</summary>
    private static string Neutral(string text, FaultOutcome one) => text
        .Replace(one.Folder[..one.Folder.IndexOf("/artifacts/", StringComparison.Ordinal)], "/srv/checkout", StringComparison.Ordinal)
        .Replace(Repository.Root, "/srv/golden-path", StringComparison.Ordinal);
}
