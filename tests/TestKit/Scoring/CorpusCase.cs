using System.Text.Json;
using GoldenPath.Runs;

namespace GoldenPath.TestKit.Scoring;

/// <summary>A recorded run with its true cause: <c>NAME.case</c>, one text file of the form <see cref="CaseText"/>.</summary>
/// <param name="Corpus">The folder that holds it.</param>
/// <param name="Name">What it is called there.</param>
/// <param name="Truth">What was really wrong.</param>
/// <param name="Files">What a diagnosis reads of the run folder: texts by path, with <c>/</c>.</param>
public sealed record CorpusCase(string Corpus, string Name, CorpusTruth Truth, IReadOnlyDictionary<string, string> Files)
{
    private const string Extension = ".case";
    private const string TruthFile = "truth.json";

    /// <summary>Reads every case of a folder, by name.</summary>
    /// <exception cref="IOException">The folder is not there.</exception>
    /// <exception cref="FormatException">A case has another form, or no truth.</exception>
    public static IReadOnlyList<CorpusCase> ReadAll(string corpus) =>
        [
            .. Directory
                .GetFiles(corpus, "*" + Extension)
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal)
                .Select(name => Read(corpus, name!)),
        ];

    /// <summary>Reads one case of a folder.</summary>
    /// <exception cref="IOException">It is not there.</exception>
    /// <exception cref="FormatException">It has another form, or no truth.</exception>
    public static CorpusCase Read(string corpus, string name)
    {
        var files = CaseText.Read(File.ReadAllText(PathOf(corpus, name))).ToDictionary(StringComparer.Ordinal);
        return files.Remove(TruthFile, out var truth)
            ? new CorpusCase(corpus, name, JsonSerializer.Deserialize<CorpusTruth>(truth, RunJson.Indented)!, files)
            : throw new FormatException($"The case '{name}' has no {TruthFile}, which says what was really wrong.");
    }

    /// <summary>Where the case of a name is, or would be.</summary>
    public static string PathOf(string corpus, string name) => Path.Combine(corpus, name + Extension);

    /// <summary>Writes it into its corpus, over the one that has its name.</summary>
    public void Write()
    {
        var truth = JsonSerializer.Serialize(Truth, RunJson.Indented) + "\n";
        File.WriteAllText(PathOf(Corpus, Name), CaseText.Write(Files.Append(new(TruthFile, truth))));
    }

    /// <summary>Makes a run folder of it, which can be diagnosed until it is disposed of.</summary>
    public TemporaryFolder Unpack()
    {
        var folder = new TemporaryFolder();
        foreach (var (path, text) in Files)
        {
            folder.Write(path, text);
        }

        return folder;
    }
}
