using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public static class DotNetRunSettingsExtensions
{
    public static T SetProjectFile<T>(this T o, string v)
        where T : DotNetRunSettings => o.With(nameof(DotNetRunSettings.ProjectFile), v);

    public static T SetConfiguration<T>(this T o, string v)
        where T : DotNetRunSettings => o.With(nameof(DotNetRunSettings.Configuration), v);

    public static T SetApplicationArguments<T>(this T o, params string[] v)
        where T : DotNetRunSettings => o.With(nameof(DotNetRunSettings.ApplicationArguments), (IReadOnlyList<string>)[.. v]);
}
