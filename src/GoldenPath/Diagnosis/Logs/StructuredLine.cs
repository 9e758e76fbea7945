using System.Globalization;
using GoldenPath.Guard.Redaction;
using GoldenPath.Services;

namespace GoldenPath.Diagnosis.Logs;

/// <summary>Reads a line that is written as fields, in JSON or logfmt, whatever its program calls them.</summary>
internal static class StructuredLine
{
    private static readonly string[] LevelNames =
    [
        "level",
        "severity",
        "lvl",
        "log.level",
        "levelname",
        "loglevel",
        "@l",
        "severity_text",
        "priority",
        "type",
    ];
    private static readonly string[] MessageNames =
    [
        "msg",
        "message",
        "@m",
        "@mt",
        "event",
        "text",
        "short_message",
        "log",
        "body",
        "error",
        "err",
    ];
    private static readonly string[] TimeNames = ["time", "ts", "timestamp", "@timestamp", "@t", "datetime", "t", "date"];
    private static readonly string[] SourceNames =
    [
        "logger",
        "name",
        "logger_name",
        "module",
        "component",
        "source",
        "SourceContext",
        "caller",
        "service",
    ];

    /// <summary>The entry; <c>null</c> where the line is no such line.</summary>
    public static LogEntry? Read(LogLine line)
    {
        var text =
            line.Text[..Math.Min(line.Text.Length, 200)] is var begin
            && begin.IndexOf('{', StringComparison.Ordinal) is >= 0 and var brace
            && IsPrefix(line.Text[..brace])
                ? line.Text[brace..]
                : line.Text;
        var fields = text.StartsWith('{') ? JsonFields.Read(text) : LogfmtFields.Read(text);
        return fields is null || Find(fields, MessageNames) is not { } message ? null : Entry(line, fields, message);
    }

    // The name of a container or a clock may stand before it, and nothing else.
    private static bool IsPrefix(string before) =>
        before.Trim().Length == 0 || LineHead.Of(before + "x") is { Message: "x" } || before.TrimEnd().EndsWith('|');

    private static LogEntry Entry(LogLine line, IReadOnlyDictionary<string, string> fields, string message)
    {
        // A container engine wraps what a program wrote, with whatever head that has.
        var inner = LineHead.Of(TerminalText.Line(message.TrimEnd()));
        var level = Find(fields, LevelNames) is { } told ? Level(told) : LogLevel.Unknown;
        return new()
        {
            Time =
                Find(fields, TimeNames) is { } time
                && DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                    ? at
                    : inner.Time,
            Level = level == LogLevel.Unknown ? inner.Level : level,
            Source = Find(fields, SourceNames),
            Message = inner.Message,
            Fields = fields,
            Lines =
            [
                .. Texts(fields, message)
                    .Select(TerminalText.Line)
                    .Where(text => text.Trim().Length > 0)
                    .Select(text => new LogLine(line.Number, text))
                    .DefaultIfEmpty(line),
            ],
            IsStructured = true,
        };
    }

    private static LogLevel Level(string told) =>
        double.TryParse(told, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? LogLevels.Of(number) : LogLevels.Of(told);

    private static IEnumerable<string> Texts(IReadOnlyDictionary<string, string> fields, string message) =>
        fields
            .Values.Where(value => value != message && value.Length > 3 && value.Any(char.IsLetter))
            .Prepend(message)
            .SelectMany(value => value.Split('\n', '\r'));

    private static string? Find(IReadOnlyDictionary<string, string> fields, string[] names)
    {
        foreach (var name in names)
        {
            foreach (var (key, value) in fields)
            {
                if (key.Equals(name, StringComparison.OrdinalIgnoreCase) && value.Length > 0)
                {
                    return value;
                }
            }
        }

        return fields
            .FirstOrDefault(field =>
                names[0] == "msg"
                && (
                    field.Key.EndsWith(".message", StringComparison.OrdinalIgnoreCase)
                    || field.Key.EndsWith(".msg", StringComparison.OrdinalIgnoreCase)
                )
            )
            .Value;
    }
}
