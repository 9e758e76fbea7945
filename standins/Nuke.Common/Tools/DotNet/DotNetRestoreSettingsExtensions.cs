using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public static class DotNetRestoreSettingsExtensions
{
    public static T SetProjectFile<T>(this T o, string v)
        where T : DotNetRestoreSettings => o.With(nameof(DotNetRestoreSettings.ProjectFile), v);

    public static T SetIgnoreFailedSources<T>(this T o, bool? v)
        where T : DotNetRestoreSettings => o.With(nameof(DotNetRestoreSettings.IgnoreFailedSources), v);
}
