using System.Collections;

namespace Nuke.Common.Tooling;

public static class ToolOptionsExtensions
{
    public static T SetProcessWorkingDirectory<T>(this T o, string value)
        where T : ToolOptions => o.With(nameof(ToolOptions.ProcessWorkingDirectory), value);

    public static T DisableProcessOutputLogging<T>(this T o)
        where T : ToolOptions => o.With(nameof(ToolOptions.ProcessOutputLogging), (bool?)false);

    public static T SetProcessEnvironmentVariable<T>(this T o, string key, string value)
        where T : ToolOptions
    {
        var variables = o.ProcessEnvironmentVariables ?? Inherited();
        return o.With(nameof(ToolOptions.ProcessEnvironmentVariables), new Dictionary<string, string>(variables) { [key] = value });
    }

    public static T AddProcessAdditionalArguments<T>(this T o, params string[] v)
        where T : ToolOptions =>
        o.With(nameof(ToolOptions.ProcessAdditionalArguments), (string[])[.. o.ProcessAdditionalArguments ?? [], .. v]);

    internal static T With<T>(this T options, string name, object value)
        where T : ToolOptions => (T)options.Copy(name, value);

    private static Dictionary<string, string> Inherited() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(x => (string)x.Key, x => (string)x.Value);
}
