using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public static class DotNetTestSettingsExtensions
{
    public static T SetProjectFile<T>(this T o, string v)
        where T : DotNetTestSettings => o.With(nameof(DotNetTestSettings.ProjectFile), v);

    public static T SetConfiguration<T>(this T o, string v)
        where T : DotNetTestSettings => o.With(nameof(DotNetTestSettings.Configuration), v);

    public static T SetFilter<T>(this T o, string v)
        where T : DotNetTestSettings => o.With(nameof(DotNetTestSettings.Filter), v);

    public static T SetResultsDirectory<T>(this T o, string v)
        where T : DotNetTestSettings => o.With(nameof(DotNetTestSettings.ResultsDirectory), v);

    public static T AddLoggers<T>(this T o, params string[] v)
        where T : DotNetTestSettings => o.With(nameof(DotNetTestSettings.Loggers), (string[])[.. o.Loggers ?? [], .. v]);

    public static T SetNoBuild<T>(this T o, bool? v)
        where T : DotNetTestSettings => o.With(nameof(DotNetTestSettings.NoBuild), v);

    public static T EnableNoLogo<T>(this T o)
        where T : DotNetTestSettings => o.With(nameof(DotNetTestSettings.NoLogo), (bool?)true);
}
