using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public class DotNetPackSettings : ToolOptions
{
    public string Project => Get<string>(nameof(Project));

    public string Configuration => Get<string>(nameof(Configuration));

    public string OutputDirectory => Get<string>(nameof(OutputDirectory));

    internal override IEnumerable<string> Words() =>
        new CommandWords("pack").Add(Project).AddOption("--configuration", Configuration).AddOption("--output", OutputDirectory).With(this);
}
