using GoldenPath.TestKit.Scoring;

namespace GoldenPath.Tests.Diagnosis.Matrix;

/// <summary>Keeps what a run wrote down about a fault, so that the rules can be measured without injecting it again.</summary>
/// <remarks><c>GOLDENPATH_RECORD=1</c> records anew. Only what a diagnosis reads is kept: the evidence, the logs and the frames;
/// and no case that would be large.</remarks>
internal static class CorpusRecorder
{
    /// <summary>The most that a case may have.</summary>
    public const int MostCharacters = 30 * 1024;

    private static readonly string[] Read = ["evidence/", "logs/", "frames.jsonl"];

    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("GOLDENPATH_RECORD") == "1";

    /// <summary>Where the cases are.</summary>
    public static string Corpus { get; } = Repository.File(Score.Injected);

    public static void Record(IEnumerable<FaultOutcome> outcomes)
    {
        foreach (var one in outcomes.Where(one => one is { Skipped: null, Problem: null, Diagnosis: not null, Round: 1 }))
        {
            Record(one);
        }
    }

    private static void Record(FaultOutcome one)
    {
        var files = Directory
            .GetFiles(one.Folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(one.Folder, file).Replace('\\', '/'), file => file)
            .Where(file => Array.Exists(Read, file.Key.StartsWith))
            .ToDictionary(file => file.Key, file => Neutral(File.ReadAllText(file.Value), one));
        File.Delete(CorpusCase.PathOf(Corpus, one.Fault.Name));
        if (files.Values.Sum(text => text.Length) <= MostCharacters)
        {
            new CorpusCase(
                Corpus,
                one.Fault.Name,
                new CorpusTruth(one.Fault.Cause, one.Fault.Also, one.Fault.Hard, one.Fault.ExitCode),
                files
            ).Write();
        }
    }

    /// <summary>Where it was recorded is nobody's business, and would differ each time.</summary>
    private static string Neutral(string text, FaultOutcome one) =>
        text.Replace(one.Folder[..one.Folder.IndexOf("/artifacts/", StringComparison.Ordinal)], "/srv/checkout", StringComparison.Ordinal)
            .Replace(Repository.Root, "/srv/golden-path", StringComparison.Ordinal);
}
