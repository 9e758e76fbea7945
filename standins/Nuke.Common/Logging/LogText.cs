#nullable enable
using System.Globalization;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace Nuke.Common.Logging;

/// <summary>How log events read.</summary>
internal static class LogText
{
    private static readonly MessageTemplateTextFormatter Message = new("{Message:l}", CultureInfo.InvariantCulture);

    public static string MessageOf(LogEvent logEvent)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Message.Format(logEvent, writer);
        return writer.ToString();
    }

    public static void WriteTo(TextWriter writer, LogEvent logEvent, Palette palette)
    {
        var time = palette.Paint(PaletteColor.Secondary, logEvent.Timestamp.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        writer.WriteLine($"{time} {Level(logEvent, palette)} {MessageOf(logEvent)}");
        if (logEvent.Exception is { } exception)
            writer.WriteLine(exception);
    }

    public static string Level(LogEvent logEvent, Palette palette)
    {
        var (name, color) = logEvent.Level switch
        {
            LogEventLevel.Verbose => ("VRB", PaletteColor.Verbose),
            LogEventLevel.Debug => ("DBG", PaletteColor.Debug),
            LogEventLevel.Information => ("INF", PaletteColor.Information),
            LogEventLevel.Warning => ("WRN", PaletteColor.Warning),
            LogEventLevel.Error => ("ERR", PaletteColor.Error),
            _ => ("FTL", PaletteColor.Fatal),
        };
        return $"[{palette.Paint(color, name)}]";
    }
}
