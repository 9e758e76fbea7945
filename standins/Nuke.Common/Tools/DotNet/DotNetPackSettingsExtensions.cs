using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public static class DotNetPackSettingsExtensions
{
    public static T SetProject<T>(this T o, string v)
        where T : DotNetPackSettings => o.With(nameof(DotNetPackSettings.Project), v);

    public static T SetConfiguration<T>(this T o, string v)
        where T : DotNetPackSettings => o.With(nameof(DotNetPackSettings.Configuration), v);

    public static T SetOutputDirectory<T>(this T o, string v)
        where T : DotNetPackSettings => o.With(nameof(DotNetPackSettings.OutputDirectory), v);
}
