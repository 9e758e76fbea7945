using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>Generates a GitHub workflow that runs targets of the build.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public class GitHubActionsAttribute(string name, GitHubActionsImage image, params GitHubActionsImage[] images) : ConfigurationAttributeBase
{
    private readonly string _name = name.Replace(' ', '_');
    private uint? _fetchDepth;

    public override string IdPostfix => _name;

    public override Type HostType => typeof(GitHubActions);

    public override AbsolutePath ConfigurationFile => Build.RootDirectory / ".github" / "workflows" / $"{_name}.yml";

    public override IEnumerable<AbsolutePath> GeneratedFiles => [ConfigurationFile];

    public override IEnumerable<string> RelevantTargetNames => InvokedTargets;

    public override IEnumerable<string> IrrelevantTargetNames => [];

    public GitHubActionsTrigger[] On { get; set; } = [];

    public string[] OnPushBranches { get; set; } = [];

    public string[] OnPushBranchesIgnore { get; set; } = [];

    public string[] OnPushTags { get; set; } = [];

    public string[] OnPushIncludePaths { get; set; } = [];

    public string[] OnPushExcludePaths { get; set; } = [];

    public string[] OnPullRequestBranches { get; set; } = [];

    public string[] OnPullRequestIncludePaths { get; set; } = [];

    public string[] OnPullRequestExcludePaths { get; set; } = [];

    public string[] OnWorkflowDispatchOptionalInputs { get; set; } = [];

    public string[] OnWorkflowDispatchRequiredInputs { get; set; } = [];

    public string OnCronSchedule { get; set; }

    public string[] ImportSecrets { get; set; } = [];

    public bool EnableGitHubToken { get; set; }

    public GitHubActionsPermissions[] WritePermissions { get; set; } = [];

    public GitHubActionsPermissions[] ReadPermissions { get; set; } = [];

    public string[] CacheIncludePatterns { get; set; } = [".nuke/temp", "~/.nuget/packages"];

    public string[] CacheExcludePatterns { get; set; } = [];

    public string[] CacheKeyFiles { get; set; } = ["**/global.json", "**/*.csproj", "**/Directory.Packages.props"];

    public bool PublishArtifacts { get; set; } = true;

    public string PublishCondition { get; set; }

    public int TimeoutMinutes { get; set; }

    public string ConcurrencyGroup { get; set; }

    public bool ConcurrencyCancelInProgress { get; set; }

    public string[] InvokedTargets { get; set; } = [];

    public uint FetchDepth
    {
        get => throw new NotSupportedException("An attribute's own value; the generated checkout step shows it.");
        set => _fetchDepth = value;
    }

    public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, indentationFactor: 2, commentPrefix: "#");

    public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets)
    {
        var configuration = new GitHubActionsConfiguration
        {
            Name = _name,
            ShortTriggers = On,
            DetailedTriggers = [.. GetTriggers()],
            Permissions = [.. WritePermissions.Select(x => (x, "write")), .. ReadPermissions.Select(x => (x, "read"))],
            ConcurrencyGroup = ConcurrencyGroup,
            ConcurrencyCancelInProgress = ConcurrencyCancelInProgress,
            Jobs = [.. images.Prepend(image).Select(x => GetJobs(x, relevantTargets))],
        };
        Assert.True(
            configuration.ShortTriggers.Length == 0 != (configuration.DetailedTriggers.Length == 0),
            $"Workflows must define either shorthand '{nameof(On)}' or '{nameof(On)}*' triggers"
        );
        return configuration;
    }

    protected virtual GitHubActionsJob GetJobs(GitHubActionsImage image, IReadOnlyCollection<ExecutableTarget> relevantTargets) =>
        new()
        {
            Name = image.GetValue().Replace('.', '_'),
            Image = image,
            TimeoutMinutes = TimeoutMinutes,
            Steps = [.. GetSteps(relevantTargets)],
        };

    protected virtual IEnumerable<(string Key, string Value)> GetImports() =>
        [
            .. OnWorkflowDispatchOptionalInputs
                .Concat(OnWorkflowDispatchRequiredInputs)
                .Select(x => (x, $"${{{{ github.event.inputs.{x} }}}}")),
            .. ImportSecrets.Select(x => (x, Secret(x))),
            .. EnableGitHubToken ? [("GITHUB_TOKEN", Secret("GITHUB_TOKEN"))] : Array.Empty<(string, string)>(),
        ];

    protected virtual IEnumerable<GitHubActionsDetailedTrigger> GetTriggers()
    {
        var push = new GitHubActionsVcsTrigger
        {
            Kind = GitHubActionsTrigger.Push,
            Branches = OnPushBranches,
            BranchesIgnore = OnPushBranchesIgnore,
            Tags = OnPushTags,
            IncludePaths = OnPushIncludePaths,
            ExcludePaths = OnPushExcludePaths,
        };
        var pullRequest = new GitHubActionsVcsTrigger
        {
            Kind = GitHubActionsTrigger.PullRequest,
            Branches = OnPullRequestBranches,
            IncludePaths = OnPullRequestIncludePaths,
            ExcludePaths = OnPullRequestExcludePaths,
        };
        if (!push.IsEmpty)
            yield return push;
        if (!pullRequest.IsEmpty)
            yield return pullRequest;
        if (OnWorkflowDispatchOptionalInputs.Length + OnWorkflowDispatchRequiredInputs.Length > 0)
        {
            yield return new GitHubActionsWorkflowDispatchTrigger
            {
                OptionalInputs = OnWorkflowDispatchOptionalInputs,
                RequiredInputs = OnWorkflowDispatchRequiredInputs,
            };
        }

        if (OnCronSchedule is not null)
            yield return new GitHubActionsScheduledTrigger { Cron = OnCronSchedule };
    }

    private static string Secret(string name) => $"${{{{ secrets.{ParameterNames.Dashed(name).Replace('-', '_').ToUpperInvariant()} }}}}";

    private IEnumerable<GitHubActionsStep> GetSteps(IReadOnlyCollection<ExecutableTarget> targets)
    {
        yield return new GitHubActionsCheckoutStep { FetchDepth = _fetchDepth };
        if (CacheKeyFiles.Length > 0)
        {
            yield return new GitHubActionsCacheStep
            {
                IncludePatterns = CacheIncludePatterns,
                ExcludePatterns = CacheExcludePatterns,
                KeyFiles = CacheKeyFiles,
            };
        }

        yield return new GitHubActionsRunStep
        {
            BuildCmdPath = BuildCmdPath,
            InvokedTargets = InvokedTargets,
            Imports = GetImports().ToDictionary(x => x.Key, x => x.Value),
        };
        foreach (var artifact in PublishArtifacts ? Artifacts(targets) : [])
        {
            yield return new GitHubActionsArtifactStep
            {
                Name = artifact.Name,
                Path = Path.GetRelativePath(Build.RootDirectory, artifact).Replace('\\', '/'),
                Condition = PublishCondition,
            };
        }
    }

    // The folder above the first wildcard: the upload action knows no patterns of several levels.
    private static IEnumerable<AbsolutePath> Artifacts(IEnumerable<ExecutableTarget> targets) =>
        targets.SelectMany(x => x.ArtifactProducts).Select(WithoutWildcard).Distinct();

    private static AbsolutePath WithoutWildcard(string product)
    {
        AbsolutePath path = product;
        while (path.ToString().Contains('*', StringComparison.Ordinal))
            path = path.Parent;
        return path;
    }
}
