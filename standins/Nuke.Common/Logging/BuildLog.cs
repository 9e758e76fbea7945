#nullable enable
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Logging;

/// <summary>The log of the running build: console, host, log files, and what is repeated at the end.</summary>
internal static class BuildLog
{
    private static readonly LoggingLevelSwitch ConsoleLevel = Execution.Logging.LevelSwitch;

    public static Verbosity Verbosity
    {
        get =>
            ConsoleLevel.MinimumLevel switch
            {
                LogEventLevel.Verbose => Verbosity.Verbose,
                LogEventLevel.Warning => Verbosity.Minimal,
                LogEventLevel.Error => Verbosity.Quiet,
                _ => Verbosity.Normal,
            };
        set =>
            ConsoleLevel.MinimumLevel = value switch
            {
                Verbosity.Verbose => LogEventLevel.Verbose,
                Verbosity.Minimal => LogEventLevel.Warning,
                Verbosity.Quiet => LogEventLevel.Error,
                _ => LogEventLevel.Debug,
            };
    }

    /// <summary>Warnings and errors with the target that logged them.</summary>
    public static List<(string Target, LogEvent Event)> Problems { get; } = [];

    public static string CurrentTarget { get; private set; } = "";

    public static bool ShowsOnConsole(LogEvent logEvent) => logEvent.Level >= ConsoleLevel.MinimumLevel;

    public static void Configure(Host host)
    {
#pragma warning disable CA2000 // The logger owns its sinks until it is closed.
        var files = host is CI.IBuildServer ? null : new LogFiles(NukeBuild.TemporaryDirectory);
        Log.Logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(new BuildSink(host, files)).CreateLogger();
#pragma warning restore CA2000
    }

    public static IDisposable EnterTarget(string name)
    {
        var previous = CurrentTarget;
        CurrentTarget = name;
        return new Block(() => CurrentTarget = previous);
    }
}
