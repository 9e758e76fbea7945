using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public static class DotNetBuildSettingsExtensions
{
    public static T SetProjectFile<T>(this T o, string v)
        where T : DotNetBuildSettings => o.With(nameof(DotNetBuildSettings.ProjectFile), v);

    public static T SetConfiguration<T>(this T o, string v)
        where T : DotNetBuildSettings => o.With(nameof(DotNetBuildSettings.Configuration), v);

    public static T SetNoRestore<T>(this T o, bool? v)
        where T : DotNetBuildSettings => o.With(nameof(DotNetBuildSettings.NoRestore), v);

    public static T EnableNoLogo<T>(this T o)
        where T : DotNetBuildSettings => o.With(nameof(DotNetBuildSettings.NoLogo), (bool?)true);

    public static T SetProperty<T>(this T o, string k, object v)
        where T : DotNetBuildSettings =>
        o.With(
            nameof(DotNetBuildSettings.Properties),
            new Dictionary<string, object>(o.Properties ?? new Dictionary<string, object>()) { [k] = v }
        );

    public static T EnableContinuousIntegrationBuild<T>(this T o)
        where T : DotNetBuildSettings => o.SetProperty("ContinuousIntegrationBuild", "true");
}
