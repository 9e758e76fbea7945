using GoldenPath.Pipeline;

namespace GoldenPath.Nuke.CommandLine;

/// <summary>The parameters of a run that stand on the command line itself.</summary>
internal static class CommandParameters
{
    /// <summary>Reads them. A name is the one of the parameter in <see cref="IGoldenPath"/>.</summary>
    public static RunParameters Of(CommandWords words) =>
        new()
        {
            Config = words.Find(nameof(IGoldenPath.Config))?.Value,
            Port = words.Find(nameof(IGoldenPath.Port))?.Value,
            Timeout = words.Find(nameof(IGoldenPath.Timeout))?.Value,
            Repository = words.Find(nameof(IGoldenPath.Repository))?.Value,
            TrackerApi = words.Find(nameof(IGoldenPath.GitHubApi))?.Value,
            NoIssue = IsYes(words.Find(nameof(IGoldenPath.NoIssue))),
            FileIssue = IsYes(words.Find(nameof(IFileIssue.FileIssue))),
            Shard = words.Find(nameof(IGoldenPath.Shard))?.Value,
            Run = words.Find(nameof(IReplay.Run))?.Value,
        };

    private static bool IsYes(GivenOption? given) =>
        given is not null && (given.Value is null || (bool.TryParse(given.Value, out var yes) && yes));
}
