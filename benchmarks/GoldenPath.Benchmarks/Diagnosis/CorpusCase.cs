using System.Text.Json;
using GoldenPath.Runs;

namespace GoldenPath.Benchmarks.Diagnosis;

/// <summary>A recorded run with its true cause.</summary>
/// <param name="Name">The fault's name.</param>
/// <param name="Folder">The full path of the run folder.</param>
/// <param name="Truth">What was really wrong.</param>
internal sealed record CorpusCase(string Name, string Folder, CorpusTruth Truth)
{
    private const string TruthFile = "truth.json";

    /// <summary>Reads every case of a folder, by name: each has a truth.json.</summary>
    /// <exception cref="IOException">The folder is not there.</exception>
    public static IReadOnlyList<CorpusCase> ReadAll(string corpus) =>
        [.. Directory.GetDirectories(corpus).Where(folder => File.Exists(Path.Combine(folder, TruthFile))).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>Writes the truth beside what was recorded.</summary>
    public void Write() => File.WriteAllText(Path.Combine(Folder, TruthFile), JsonSerializer.Serialize(Truth, RunJson.Indented) + "\n");

    private static CorpusCase Read(string folder)
    {
        using var truth = File.OpenRead(Path.Combine(folder, TruthFile));
        return new CorpusCase(Path.GetFileName(folder), folder, JsonSerializer.Deserialize<CorpusTruth>(truth, RunJson.Indented)!);
    }
}
