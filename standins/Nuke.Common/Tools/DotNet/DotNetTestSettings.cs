using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public class DotNetTestSettings : ToolOptions
{
    public string ProjectFile => Get<string>(nameof(ProjectFile));

    public string Configuration => Get<string>(nameof(Configuration));

    public string Filter => Get<string>(nameof(Filter));

    public string ResultsDirectory => Get<string>(nameof(ResultsDirectory));

    public IReadOnlyList<string> Loggers => Get<IReadOnlyList<string>>(nameof(Loggers));

    public bool? NoBuild => Get<bool?>(nameof(NoBuild));

    public bool? NoLogo => Get<bool?>(nameof(NoLogo));

    internal override IEnumerable<string> Words() =>
        new CommandWords("test")
            .Add(ProjectFile)
            .AddOption("--configuration", Configuration)
            .AddOption("--filter", Filter)
            .AddOptions("--logger", Loggers)
            .AddFlag("--no-build", NoBuild)
            .AddOption("--results-directory", ResultsDirectory)
            .AddFlag("--nologo", NoLogo)
            .With(this);
}
