using System.Globalization;
using Nuke.Common.IO;
using Nuke.Common.Logging;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>The host of a build inside a GitHub workflow; its properties are what the runner put into the environment.</summary>
public class GitHubActions : Host, IBuildServer
{
    internal GitHubActions() { }

    public static new GitHubActions Instance => Host.Instance as GitHubActions;

    public string Workflow => EnvironmentInfo.GetVariable("GITHUB_WORKFLOW");

    public string Job => EnvironmentInfo.GetVariable("GITHUB_JOB");

    public string Actor => EnvironmentInfo.GetVariable("GITHUB_ACTOR");

    public string Repository => EnvironmentInfo.GetVariable("GITHUB_REPOSITORY");

    public string RepositoryOwner => EnvironmentInfo.GetVariable("GITHUB_REPOSITORY_OWNER");

    public string EventName => EnvironmentInfo.GetVariable("GITHUB_EVENT_NAME");

    public string EventPath => EnvironmentInfo.GetVariable("GITHUB_EVENT_PATH");

    public string Workspace => EnvironmentInfo.GetVariable("GITHUB_WORKSPACE");

    public string Sha => EnvironmentInfo.GetVariable("GITHUB_SHA");

    public string Ref => EnvironmentInfo.GetVariable("GITHUB_REF");

    public string RefName => EnvironmentInfo.GetVariable("GITHUB_REF_NAME");

    public string HeadRef => EnvironmentInfo.GetVariable("GITHUB_HEAD_REF");

    public string BaseRef => EnvironmentInfo.GetVariable("GITHUB_BASE_REF");

    public string ServerUrl => EnvironmentInfo.GetVariable("GITHUB_SERVER_URL");

    public string Token => EnvironmentInfo.GetVariable("GITHUB_TOKEN");

    public long RunId => Number("GITHUB_RUN_ID");

    public long RunNumber => Number("GITHUB_RUN_NUMBER");

    public long RunAttempt => Number("GITHUB_RUN_ATTEMPT");

    public bool IsPullRequest => EventName == "pull_request";

    public AbsolutePath StepSummaryFile => EnvironmentInfo.GetVariable("GITHUB_STEP_SUMMARY");

    string IBuildServer.Branch => Ref;

    string IBuildServer.Commit => Sha;

    internal override Palette Palette => Palette.Colored;

    public void Group(string group) => WriteCommand("group", group);

    public void EndGroup(string group) => WriteCommand("endgroup", group);

    public void WriteDebug(string message) => WriteCommand("debug", message);

    public void WriteWarning(string message) => WriteCommand("warning", message);

    public void WriteError(string message) => WriteCommand("error", message);

    protected internal override IDisposable WriteBlock(string text)
    {
        Group(text);
        return new Block(() => EndGroup(text));
    }

    protected internal override void ReportWarning(string text, string details = null) => WriteWarning(text);

    protected internal override void ReportError(string text, string details = null) => WriteError(text);

    // Commands to the runner must stand at the start of their line.
    protected internal override bool FilterMessage(string message)
    {
        if (!message.StartsWith("::", StringComparison.Ordinal) && !message.StartsWith("##[", StringComparison.Ordinal))
            return false;
        Console.WriteLine(message);
        return true;
    }

    private static void WriteCommand(string command, string message) =>
        Console.WriteLine(
            $"::{command}::{message
            .Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal)}"
        );

    private static long Number(string variable) =>
        long.TryParse(EnvironmentInfo.GetVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
