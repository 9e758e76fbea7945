using System.CommandLine;
using GoldenPath.Pipeline;

namespace GoldenPath.Tool;

/// <summary>The options of every command that runs something: the parameters of the targets.</summary>
internal static class RunOptions
{
    private static readonly Option<string?> Config = Text(
        "--config",
        "PATH",
        "The pipeline's file. Default: goldenpath.yml of this folder, or of the nearest one above it."
    );
    private static readonly Option<string?> Port = Text("--port", "N", "The port of the first service that has one; 0 takes a free one.");
    private static readonly Option<string?> Timeout = Text(
        "--timeout",
        "DURATION",
        "The run's overall budget, such as 90s or 5m. Default: 10m."
    );
    private static readonly Option<string?> Repository = Text("--repository", "OWNER/NAME", "The repository that issues are filed in.");
    private static readonly Option<string?> Token = Text(
        "--github-token",
        "TOKEN",
        "The token that issues are filed with. Default: GITHUB_TOKEN."
    );
    private static readonly Option<string?> Api = Text(
        "--github-api",
        "URL",
        "The address of GitHub's API, for GitHub Enterprise or a test server."
    );
    private static readonly Option<bool> NoIssue = Flag("--no-issue", "File, update and close no issue.");
    private static readonly Option<bool> FileIssue = Flag(
        "--file-issue",
        "File the issue of this run, wherever it runs and whatever issues.when says."
    );
    private static readonly Option<bool> DryRun = Flag("--dry-run", "Render the issue, deliver nothing.");
    private static readonly Option<bool> Keep = Flag(
        "--keep",
        $"Leave the services running at the end; '{Commands.Name} teardown' ends them."
    );

    private static readonly Option<string?> Shard = Text(
        "--shard",
        "K/N",
        $"The part of a run that this machine takes: the K-th of N. '{Commands.Name} merge' makes one result of all."
    );

    /// <summary>All of them, each known to every command.</summary>
    public static List<Option> All { get; } = [Config, Port, Timeout, Repository, Token, Api, NoIssue, FileIssue, DryRun, Keep, Shard];

    /// <summary>What a person asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="configIsNew">Whether the command writes the file.</param>
    public static RunSettings Read(ParseResult parsed, bool configIsNew) =>
        new RunParameters
        {
            Config = parsed.GetValue(Config),
            ConfigIsNew = configIsNew,
            Port = parsed.GetValue(Port),
            Timeout = parsed.GetValue(Timeout),
            Repository = parsed.GetValue(Repository),
            Token = parsed.GetValue(Token),
            TrackerApi = parsed.GetValue(Api),
            NoIssue = parsed.GetValue(NoIssue),
            FileIssue = parsed.GetValue(FileIssue),
            DryRun = parsed.GetValue(DryRun),
            Keep = parsed.GetValue(Keep),
            Shard = parsed.GetValue(Shard),
            Command = Commands.Name,
        }.ToSettings();

    private static Option<string?> Text(string name, string value, string description) =>
        new(name)
        {
            Description = description,
            HelpName = value,
            Recursive = true,
        };

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description, Recursive = true };
}
