using System.Globalization;
using System.Text.RegularExpressions;
using GoldenPath.Runs;

namespace GoldenPath.Pipeline.Merging;

/// <summary>The run folder of a merged run: what every shard wrote, side by side, with citations that hold.</summary>
/// <remarks>Times are those since the beginning of each shard: they ran on several machines, and what they did at the same time of their runs is what can be compared.</remarks>
/// <param name="folder">The merged run's folder.</param>
internal sealed partial class MergedFolder(RunFolder folder)
{
    private static readonly EnumerationOptions Real = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    private readonly Dictionary<string, (int Journal, int Frames)> _before = [];
    private int _journal;
    private int _frames;

    /// <summary>Brings a shard's files in.</summary>
    /// <exception cref="IOException">The disk does not take them.</exception>
    public void Add(ShardRun run)
    {
        _before[run.Result.RunId] = (_journal, _frames);
        foreach (var source in new[] { run.Folder.LogsDirectory, run.Folder.EvidenceDirectory, run.Folder.ResultsDirectory })
        {
            Copy(run, source);
        }

        var lines = JournalLines
            .Texts(run.Folder.JournalFile)
            .Select(line => JournalLines.Moved(line, name => Renamed(run, name), _frames))
            .ToList();
        File.AppendAllLines(folder.JournalFile, lines);
        _journal += lines.Count;
        _frames = Append(run, _frames);
    }

    /// <summary>A service, command or log of a shard, as the merged run calls it.</summary>
    public static string Renamed(ShardRun run, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"shard-{run.Shard.Number}.{name}");

    /// <summary>Where a cited place of a shard's folder is now.</summary>
    public string Moved(ShardRun run, string source)
    {
        var (journal, frames) = _before[run.Result.RunId];
        return Line().Match(source) is { Success: true } line
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{line.Groups["file"].Value}:{int.Parse(line.Groups["line"].Value, CultureInfo.InvariantCulture) + (line.Groups["file"].Value[0] == 'j' ? journal : frames)}"
            )
            : Kept().Replace(source, match => match.Value + Renamed(run, ""));
    }

    /// <summary>A command that named the shard's folder on its machine, for this one.</summary>
    /// <param name="run">The shard.</param>
    /// <param name="runFolder">The merged run's folder as a person types it.</param>
    /// <param name="command">The command; <c>null</c> for none.</param>
    public string? MovedCommand(ShardRun run, string runFolder, string? command) =>
        command is null
            ? null
            : Regex.Replace(
                command,
                $@"[^\s'""]*\b{Regex.Escape(run.Result.RunId)}(?:[\\/](?<rest>[^\s'""]*))?",
                match =>
                    match.Groups["rest"].Success ? $"{runFolder}/{Moved(run, match.Groups["rest"].Value.Replace('\\', '/'))}" : runFolder,
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1)
            );

    private void Copy(ShardRun run, string source)
    {
        if (!Directory.Exists(source))
        {
            return;
        }

        foreach (var file in new DirectoryInfo(source).EnumerateFiles("*", Real))
        {
            var target = Path.Combine(folder.Path, Path.GetFileName(source), Renamed(run, Path.GetRelativePath(source, file.FullName)));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target, overwrite: true);
        }
    }

    // Each line begins with its number.
    private int Append(ShardRun run, int before)
    {
        var number = before;
        File.AppendAllLines(
            folder.FramesFile,
            JournalLines
                .Texts(run.Folder.FramesFile)
                .Select(line => Number().Replace(line, string.Create(CultureInfo.InvariantCulture, $"{{\"n\":{++number}"), 1))
        );
        return number;
    }

    [GeneratedRegex(@"\A(?<file>journal\.jsonl|frames\.jsonl):(?<line>\d{1,9})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    [GeneratedRegex(@"\A(?:logs|evidence|results)/", RegexOptions.ExplicitCapture)]
    private static partial Regex Kept();

    [GeneratedRegex(@"\A\{""n"":\d+", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
