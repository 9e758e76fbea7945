using GoldenPath.Guard.Logs;
using GoldenPath.Runs;

namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>All that a run folder tells of its run.</summary>
internal sealed class RunStory
{
    private const int MostLogs = 20;
    private const int Tail = 60;

    private readonly IReadOnlyList<JournalEntry> _journal;
    private readonly ILookup<string, int> _cited;
    private readonly Dictionary<string, Excerpt> _excerpts;

    /// <summary>The file of the frames.</summary>
    public const string FramesName = "frames.jsonl";

    private const string JournalName = "journal.jsonl";

    /// <summary>Reads a folder.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public RunStory(RunResult run, RunFolder folder)
    {
        (Run, Files) = (run, RunFile.In(folder.Path));
        _journal = JournalEntry.In(folder.JournalFile);
        Extent = Math.Max(
            1,
            Math.Max(run.DurationMs, run.Stages.Select(stage => stage.OffsetMs + stage.DurationMs).DefaultIfEmpty().Max())
        );
        Services = ServiceTrack.In(_journal);
        Commands = CommandTrack.In(_journal);
        _cited = Cited(run, Files);
        _excerpts = Read(folder);
        Scenarios = ScenarioTrack.In(_journal, _cited[FramesName].ToHashSet());
        Frames = FrameSample.Read(folder.FramesFile, Wanted(Scenarios), [.. _cited[FramesName]]);
        var time = new LogTime(run.StartedAt, Extent);
        Logs =
        [
            .. _excerpts
                .Values.Where(excerpt => IsLog(excerpt.Name))
                .Select(log => LogTrack.Of(log, time, Growth(folder, log), _cited[log.Name].ToHashSet())),
        ];
        Issue = File.Exists(folder.IssueFile) ? File.ReadAllText(folder.IssueFile) : "";
    }

    /// <summary>The result.</summary>
    public RunResult Run { get; }

    /// <summary>The files of the folder.</summary>
    public IReadOnlyList<RunFile> Files { get; }

    /// <summary>How long the run took, in milliseconds.</summary>
    public double Extent { get; }

    /// <summary>The services.</summary>
    public IReadOnlyList<ServiceTrack> Services { get; }

    /// <summary>The scenarios.</summary>
    public IReadOnlyList<ScenarioTrack> Scenarios { get; }

    /// <summary>The test commands.</summary>
    public IReadOnlyList<CommandTrack> Commands { get; }

    /// <summary>The frames.</summary>
    public FrameSample Frames { get; }

    /// <summary>The logs.</summary>
    public IReadOnlyList<LogTrack> Logs { get; }

    /// <summary>The issue as it was or would be filed; empty where there is none.</summary>
    public string Issue { get; }

    /// <summary>What the first stage that failed said; <c>null</c> where none did.</summary>
    public string? Failure => Failures.FirstOrDefault()?.Text;

    /// <summary>When it failed, in milliseconds from the start of the run.</summary>
    public double? FailedAt => Failures.FirstOrDefault()?.At;

    /// <summary>When the steps of the smoke stage began, in milliseconds from the start of the run.</summary>
    public IEnumerable<double> SmokeSteps => _journal.Where(entry => entry.Kind == "smoke").Select(entry => entry.At);

    /// <summary>Whether a file holds what was observed, and not what was made of it.</summary>
    public static bool IsRaw(string name) => name == FramesName || IsLog(name);

    /// <summary>Whether the diagnosis cites a line.</summary>
    public bool IsCited(string file, int line) => _cited[file].Contains(line);

    /// <summary>The lines around a cited one; none where the file is missing, or does not say there what was cited.</summary>
    public IReadOnlyList<(int Number, string Text)> Around(Place place, string text)
    {
        IReadOnlyList<(int Number, string Text)> lines = place switch
        {
            { Line: null } => [],
            { File: FramesName, Line: { } line } => Frames.Around(line),
            { File: JournalName, Line: { } line } =>
            [
                .. _journal
                    .Where(entry => Math.Abs(entry.Line - line) <= Excerpt.Neighbours)
                    .Select(entry => (entry.Line, entry.ToString())),
            ],
            { Line: { } line } => _excerpts.TryGetValue(place.File, out var excerpt) ? [.. excerpt.Around(line)] : [],
        };
        return lines.Any(one => one.Number == place.Line && (place.File == FramesName || Excerpt.Says(one.Text, text))) ? lines : [];
    }

    private IEnumerable<JournalEntry> Failures => _journal.Where(entry => entry.Kind == "failure");

    private static ILookup<string, int> Cited(RunResult run, IReadOnlyList<RunFile> files)
    {
        var names = files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        return (run.Diagnosis?.Chain ?? [])
            .SelectMany(why => why.Evidence)
            .Select(evidence => Place.Of(evidence.Source))
            .Where(place => place.Line is not null && names.Contains(place.File))
            .ToLookup(place => place.File, place => place.Line!.Value);
    }

    private Dictionary<string, Excerpt> Read(RunFolder folder) =>
        Files
            .Where(file =>
                file.Length > 0 && (IsLog(file.Name) || (_cited.Contains(file.Name) && file.Name is not (FramesName or JournalName)))
            )
            .OrderByDescending(file => _cited.Contains(file.Name))
            .Take(MostLogs)
            .Select(file => Excerpt.TryRead(folder.Path, file.Name, _cited[file.Name], IsLog(file.Name) ? Tail : 0))
            .OfType<Excerpt>()
            .ToDictionary(excerpt => excerpt.Name, StringComparer.Ordinal);

    private static LogTimeTable Growth(RunFolder folder, Excerpt log) => LogTimeTable.Of(Path.Combine(folder.Path, log.Name));

    private static bool IsLog(string name) =>
        name.StartsWith("logs/", StringComparison.Ordinal) && name.EndsWith(".log", StringComparison.Ordinal);

    private static HashSet<(string Scenario, int User)> Wanted(IReadOnlyList<ScenarioTrack> scenarios) =>
        [.. scenarios.SelectMany(scenario => scenario.Shown.Select(user => (scenario.Name, user.User)))];
}
