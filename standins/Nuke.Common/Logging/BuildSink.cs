#nullable enable
using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Logging;

/// <summary>Hands each log event to everything that wants it.</summary>
internal sealed class BuildSink(Host host, LogFiles? files) : ILogEventSink, IDisposable
{
    private readonly Lock _lock = new();

    public void Emit(LogEvent logEvent)
    {
        lock (_lock)
        {
            if (host.FilterMessage(logEvent.MessageTemplate.Text))
                return;
            if (logEvent.Level >= LogEventLevel.Warning)
                Report(logEvent);
            if (BuildLog.ShowsOnConsole(logEvent))
                LogText.WriteTo(Console.Out, logEvent, host.Palette);
            files?.Write(logEvent);
        }
    }

    public void Dispose() => files?.Dispose();

    private void Report(LogEvent logEvent)
    {
        BuildLog.Problems.Add((BuildLog.CurrentTarget, logEvent));
        var text = logEvent.RenderMessage(CultureInfo.InvariantCulture);
        if (logEvent.Level == LogEventLevel.Warning)
            host.ReportWarning(text, logEvent.Exception?.ToString());
        else
            host.ReportError(text, logEvent.Exception?.ToString());
    }
}
