using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public class DotNetBuildSettings : ToolOptions
{
    public string ProjectFile => Get<string>(nameof(ProjectFile));

    public string Configuration => Get<string>(nameof(Configuration));

    public bool? NoRestore => Get<bool?>(nameof(NoRestore));

    public bool? NoLogo => Get<bool?>(nameof(NoLogo));

    public IReadOnlyDictionary<string, object> Properties => Get<IReadOnlyDictionary<string, object>>(nameof(Properties));

    internal override IEnumerable<string> Words() =>
        new CommandWords("build")
            .Add(ProjectFile)
            .AddOption("--configuration", Configuration)
            .AddFlag("--no-restore", NoRestore)
            .AddFlag("--nologo", NoLogo)
            .AddProperties(Properties)
            .With(this);
}
