using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public class DotNetRestoreSettings : ToolOptions
{
    public string ProjectFile => Get<string>(nameof(ProjectFile));

    public bool? IgnoreFailedSources => Get<bool?>(nameof(IgnoreFailedSources));

    internal override IEnumerable<string> Words() =>
        new CommandWords("restore").Add(ProjectFile).AddFlag("--ignore-failed-sources", IgnoreFailedSources).With(this);
}
