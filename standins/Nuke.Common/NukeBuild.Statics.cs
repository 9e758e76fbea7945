using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Logging;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    static NukeBuild()
    {
        RootDirectory = BuildLocations.FindRoot();
        TemporaryDirectory = (RootDirectory / ".nuke" / "temp").CreateDirectory();
        BuildAssemblyFile = BuildLocations.FindAssembly();
        BuildProjectFile = BuildLocations.FindProject(BuildAssemblyFile);
        Verbosity = ParameterValues.Instance.Find<Verbosity?>(nameof(Verbosity)) ?? Verbosity.Normal;
        Host = Host.Create(ParameterValues.Instance.Find<string>(nameof(Host)));
        LoadedLocalProfiles = ParameterValues.Instance.Find<string[]>(ParameterNames.Profiles) ?? [];
    }

    [Parameter("Root directory of the build. Default is the nearest folder upwards that holds '.nuke'.", Name = ParameterNames.Root)]
    public static AbsolutePath RootDirectory { get; }

    public static AbsolutePath TemporaryDirectory { get; }

    public static AbsolutePath BuildAssemblyFile { get; }

    public static AbsolutePath BuildAssemblyDirectory => BuildAssemblyFile?.Parent;

    public static AbsolutePath BuildProjectFile { get; }

    public static AbsolutePath BuildProjectDirectory => BuildProjectFile?.Parent;

    [Parameter("How much is written to the console. Default is 'Normal'.")]
    public static Verbosity Verbosity
    {
        get => BuildLog.Verbosity;
        set => BuildLog.Verbosity = value;
    }

    [Parameter("Host to run for. Default is the one found in the environment.")]
    public static Host Host { get; set; }

    [Parameter("Profiles to load: '.nuke/parameters.<profile>.json'.", Name = ParameterNames.Profiles)]
    public static string[] LoadedLocalProfiles { get; }

    public static bool IsLocalBuild => !IsServerBuild;

    public static bool IsServerBuild => Host is IBuildServer;

    AbsolutePath INukeBuild.RootDirectory => RootDirectory;

    AbsolutePath INukeBuild.TemporaryDirectory => TemporaryDirectory;

    AbsolutePath INukeBuild.BuildAssemblyFile => BuildAssemblyFile;

    AbsolutePath INukeBuild.BuildAssemblyDirectory => BuildAssemblyDirectory;

    AbsolutePath INukeBuild.BuildProjectFile => BuildProjectFile;

    AbsolutePath INukeBuild.BuildProjectDirectory => BuildProjectDirectory;

    Verbosity INukeBuild.Verbosity => Verbosity;

    Host INukeBuild.Host => Host;

    bool INukeBuild.IsLocalBuild => IsLocalBuild;

    bool INukeBuild.IsServerBuild => IsServerBuild;
}
