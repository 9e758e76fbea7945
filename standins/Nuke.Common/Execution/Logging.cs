using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>What a build may decide about its log.</summary>
public static class Logging
{
    public static readonly LoggingLevelSwitch LevelSwitch = new(LogEventLevel.Debug);
}
