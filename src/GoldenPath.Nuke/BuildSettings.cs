using GoldenPath.Pipeline;

namespace GoldenPath.Nuke;

/// <summary>Reads the parameters of a build into the settings of its run.</summary>
internal static class BuildSettings
{
    /// <summary>The settings; what cannot be read is in <see cref="RunSettings.Problems"/>.</summary>
    public static RunSettings ToSettings(this IGoldenPath build) =>
        new RunParameters
        {
            Root = build.RootDirectory,
            Artifacts = build.ArtifactsDirectory,
            Config = build.Config,
            Port = build.Port,
            Timeout = build.Timeout,
            Repository = build.Repository,
            Token = build.GitHubToken,
            TrackerApi = build.GitHubApi,
            NoIssue = build.NoIssue,
            DryRun = build.DryRun,
            Keep = build.Keep,
        }.ToSettings();
}
