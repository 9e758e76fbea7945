using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public class DotNetRunSettings : ToolOptions
{
    public string ProjectFile => Get<string>(nameof(ProjectFile));

    public string Configuration => Get<string>(nameof(Configuration));

    public IReadOnlyList<string> ApplicationArguments => Get<IReadOnlyList<string>>(nameof(ApplicationArguments));

    internal override IEnumerable<string> Words() =>
        new CommandWords("run")
            .AddOption("--project", ProjectFile)
            .AddOption("--configuration", Configuration)
            .With(this)
            .Concat(ApplicationArguments is null ? [] : ApplicationArguments.Prepend("--"));
}
