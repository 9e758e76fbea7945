using System.Text.RegularExpressions;
using GoldenPath.Services;

namespace GoldenPath.Diagnosis.Logs;

/// <summary>An entry of a log that may go on: it knows which lines continue it.</summary>
internal sealed partial class OpenEntry(LogLine first, LineHead head)
{
    private const int MostLines = 400;
    private readonly List<LogLine> _lines = [first];
    private bool _isAfterBlank;
    private bool _isTrace = Trace().IsMatch(first.Text);
    private readonly bool _isBanner = Banner().IsMatch(first.Text);

    /// <summary>A blank line came: what follows is its own unless it says otherwise.</summary>
    public void Blank() => _isAfterBlank = true;

    /// <summary>Takes a line that continues it.</summary>
    /// <returns>Whether it does.</returns>
    public bool Takes(LogLine line, LineHead next)
    {
        if (_lines.Count >= MostLines || !Continues(line.Text, next))
        {
            return false;
        }

        // A trace of Python ends with the error that it led to.
        _isTrace =
            Trace().IsMatch(line.Text)
            || Glue().IsMatch(line.Text)
            || (_isTrace && (char.IsWhiteSpace(line.Text[0]) || !ErrorChain.IsTyped(line.Text)));
        _isAfterBlank = false;
        _lines.Add(line);
        return true;
    }

    /// <summary>The entry as far as it came.</summary>
    public LogEntry Close() =>
        new()
        {
            Time = head.Time,
            Level = head.Level,
            Source =
                head.Source
                ?? (
                    head.Message.Length == 0 ? null
                    : Category().Match(head.Message) is { Success: true } category ? category.Value.TrimEnd(':', ' ', '-')
                    : null
                ),
            Message = Message(),
            Fields = Properties(),
            Lines = _lines,
        };

    private bool Continues(string text, LineHead next) =>
        Annotation().IsMatch(next.Message) && next.Level == LogLevel.Unknown && next.IsStamped == head.IsStamped ? head.IsFound
        : next.IsStamped || (next.Level != LogLevel.Unknown && !_isTrace) ? false
        : char.IsWhiteSpace(text[0]) || Glue().IsMatch(text) || (_isTrace && ErrorChain.IsTyped(text)) ? true
        : _isAfterBlank ? Frame().IsMatch(text) || (Trace().IsMatch(text) && Glue().IsMatch(_lines[^1].Text))
        : _isTrace
            || (_isBanner && !next.IsFound)
            || Frame().IsMatch(text)
            || _lines[^1].Text.TrimEnd() is [.., ':' or '{' or '[' or '('] or [.., ' ', 'a', 't']
            || (IsError && Lone().IsMatch(text));

    private bool IsError => head.Level >= LogLevel.Error || _lines.Exists(line => ErrorChain.IsTyped(line.Text));

    // Microsoft's console logger puts the message under a line that has only level and category.
    private string Message() =>
        _lines.Count > 1 && head.Message.Length > 0 && CategoryAlone().IsMatch(head.Message) ? _lines[1].Text.Trim() : head.Message;

    private Dictionary<string, string> Properties()
    {
        Dictionary<string, string> properties = [];
        foreach (var line in _lines.Skip(1))
        {
            if (Property().Match(line.Text) is { Success: true } match)
            {
                properties.TryAdd(match.Groups["key"].Value, match.Groups["value"].Value.Trim('\'', '"'));
            }
        }

        return properties;
    }

    // "*** FATAL CONFIG FILE ERROR ***": what it is about stands under it, up to a blank line.
    [GeneratedRegex(
        @"^\W{2,}.*\b(error|fatal|failed|failure|panic|exception|abort\w*)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        2000
    )]
    private static partial Regex Banner();

    [GeneratedRegex(@"Traceback \(most recent call last\)", RegexOptions.CultureInvariant)]
    private static partial Regex Trace();

    [GeneratedRegex(
        @"^(During handling of the above exception|The above exception was the direct cause|Caused by: |Suppressed: |---> |Wrapped by: |Stack backtrace|stack backtrace:|Require stack:)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Glue();

    [GeneratedRegex(
        @"^(at |from |\.\.\. \d+ |goroutine \d+|created by |\[signal |note: |hint: |help: |#\d+ |- /|[|^]|~(?!/)|[\]})]|[\w./*()-]+\(.*\)$|--- End of|-->)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Frame();

    [GeneratedRegex(@"^(HINT|DETAIL|CONTEXT|STATEMENT|QUERY|LOCATION|Hint|Note): ", RegexOptions.CultureInvariant)]
    private static partial Regex Annotation();

    [GeneratedRegex(@"^[A-Za-z_][\w.\[\]-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Lone();

    [GeneratedRegex(@"^[\w.]+\[\d+\]$", RegexOptions.CultureInvariant)]
    private static partial Regex CategoryAlone();

    [GeneratedRegex(@"^([A-Za-z_$][\w$]*([./]|::))+[A-Za-z_$][\w$]*( : | - |: )(?<!(Error|Exception): )", RegexOptions.CultureInvariant)]
    private static partial Regex Category();

    [GeneratedRegex(
        @"^\s+(?:\[?(?<key>[A-Za-z_]\w*)\]?): (?<value>'[^']*'|""[^""]*""|-?[\w.:/-]+),?$",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex Property();
}
