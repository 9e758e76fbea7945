using GoldenPath.Nuke.CommandLine;
using GoldenPath.Pipeline;

namespace GoldenPath.Nuke;

/// <summary>Reads the parameters of a build into the settings of its run.</summary>
internal static class BuildSettings
{
    /// <summary>The settings; what cannot be read is in <see cref="RunSettings.Problems"/>.</summary>
    public static RunSettings ToSettings(this IGoldenPath build)
    {
        var settings = new RunParameters
        {
            Root = build.RootDirectory,
            Artifacts = build.ArtifactsDirectory,
            Config = build.PathOf(nameof(build.Config), build.Config),
            Port = build.Port,
            Timeout = build.Timeout,
            Repository = build.Repository,
            Token = build.GitHubToken,
            TrackerApi = build.GitHubApi,
            NoIssue = build.NoIssue,
            FileIssue = build.FileAnyway,
            DryRun = build.DryRun,
            Keep = build.Keep,
            Shard = build.Shard,
        }.ToSettings();
        return settings.Root == build.RootDirectory ? settings : settings with { Command = Path.Combine(build.RootDirectory, Script) };
    }

    /// <summary>A path that a parameter names: from where the person stands on the command line, and from the root of the build where it is set there.</summary>
    /// <param name="build">The build.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="value">Its value.</param>
    public static string? PathOf(this IGoldenPath build, string name, string? value) =>
        value is null || CommandWords.OfProcess().Find(name) is not null ? value : Path.GetFullPath(value, build.RootDirectory);

    private static string Script => Path.GetFileName(RunSettings.OwnCommand);
}
