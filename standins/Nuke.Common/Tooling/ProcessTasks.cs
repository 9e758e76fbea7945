using System.Diagnostics;
using System.Text;
using Serilog;

namespace Nuke.Common.Tooling;

public static class ProcessTasks
{
    /// <summary>Starts a tool. With <paramref name="environmentVariables"/> it gets these and no others.</summary>
    public static IProcess StartProcess(
        string toolPath,
        string arguments = null,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<string, string> outputFilter = null
    )
    {
        var startInfo = new ProcessStartInfo(toolPath, arguments ?? "")
        {
            WorkingDirectory = workingDirectory ?? Environment.CurrentDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (environmentVariables is not null)
        {
            startInfo.Environment.Clear();
            foreach (var (name, value) in environmentVariables)
                startInfo.Environment[name] = value;
        }

        var filter = outputFilter ?? (x => x);
        if (logInvocation ?? true)
            Log.Information("> {ToolPath} {Arguments}", toolPath, filter(startInfo.Arguments));
        var log = logger ?? DefaultLogger;
        return new ToolProcess(startInfo, timeout, logOutput ?? true ? (type, text) => log(type, filter(text)) : null);
    }

    public static void DefaultLogger(OutputType type, string output)
    {
        if (type == OutputType.Std)
            Log.Debug("{Output:l}", output);
        else
            Log.Error("{Output:l}", output);
    }
}
