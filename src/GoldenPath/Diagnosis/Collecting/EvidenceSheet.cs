using GoldenPath.Runs;

namespace GoldenPath.Diagnosis.Collecting;

/// <summary>A file of captured facts in a run folder, one on each line, so that a diagnosis can cite them.</summary>
/// <param name="folder">The run folder.</param>
/// <param name="name">The file's name, without its folder and extension.</param>
/// <param name="redact">Takes secrets out of a text.</param>
internal sealed class EvidenceSheet(RunFolder folder, string name, Func<string, string> redact)
{
    private const int LongestLine = 1000;
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];

    /// <summary>Adds a fact and says where it stands.</summary>
    public Evidence Add(string fact)
    {
        var line = string.Join(' ', redact(fact).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line = line.Length > LongestLine ? line[..LongestLine] + "…" : line;
        lock (_gate)
        {
            _lines.Add(line);
            return new($"evidence/{name}.txt:{_lines.Count}", line);
        }
    }

    /// <summary>Writes the file; nothing where it is empty.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public void Write()
    {
        lock (_gate)
        {
            if (_lines.Count > 0)
            {
                Directory.CreateDirectory(folder.EvidenceDirectory);
                File.WriteAllLines(Path.Combine(folder.EvidenceDirectory, name + ".txt"), _lines);
            }
        }
    }
}
