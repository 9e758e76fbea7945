using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GoldenPath.Tests.Terminal;

/// <summary>A terminal that only remembers: what a person sees after all that was written, row by row, lines that have scrolled away included.</summary>
internal sealed partial class ScreenText(int columns = 80, int rows = 24) : TextWriter(CultureInfo.InvariantCulture)
{
    private readonly Lock _gate = new();
    private readonly List<char[]> _rows = [Blank(columns)];
    private readonly StringBuilder _begun = new();
    private int _x;
    private int _y;

    public override Encoding Encoding => Encoding.UTF8;

    public override string NewLine => "\n";

    /// <summary>Whether the cursor is shown.</summary>
    public bool HasCursor { get; private set; } = true;

    /// <summary>What was written and is no text, no colour and no move that this terminal knows.</summary>
    public List<string> Strange { get; } = [];

    /// <summary>All rows, the last one with the cursor.</summary>
    public IReadOnlyList<string> Rows
    {
        get
        {
            lock (_gate)
            {
                return [.. _rows.Select(row => new string(row).TrimEnd())];
            }
        }
    }

    public string Text => string.Join('\n', Rows);

    /// <summary>What a person sees after a whole output.</summary>
    public static string Of(string output)
    {
        using var screen = After(output);
        return screen.Text;
    }

    /// <summary>The screen after a whole output. A terminal of its own translates line ends.</summary>
    public static ScreenText After(string output)
    {
        var screen = new ScreenText();
        screen.Write(output);
        return screen;
    }

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        lock (_gate)
        {
            _begun.Append(value);
            var text = _begun.ToString();
            var at = 0;
            while (at < text.Length && Sequence().Match(text, at) is var match)
            {
                if (!match.Success && text[at] == '\e' && text.Length - at < 8)
                {
                    break; // The rest of it is still to come.
                }

                Take(match, text[at]);
                at += match.Success ? match.Length : 1;
            }

            _begun.Clear().Append(text[at..]);
        }
    }

    private static char[] Blank(int columns) => [.. Enumerable.Repeat(' ', columns)];

    private void Take(Match match, char sign)
    {
        if (match.Success)
        {
            Move(match.Groups["end"].Value, match.Groups["numbers"].Value);
        }
        else if (sign == '\n')
        {
            Down();
        }
        else if (sign == '\r')
        {
            _x = 0;
        }
        else if (char.IsControl(sign) || char.GetUnicodeCategory(sign) == UnicodeCategory.Format)
        {
            Strange.Add($"U+{(int)sign:X4}");
        }
        else
        {
            Put(sign);
        }
    }

    private void Put(char sign)
    {
        if (_x == columns)
        {
            Down();
        }

        _rows[_y][_x++] = sign;
    }

    // The driver of a terminal makes a carriage return of each line end, too.
    private void Down()
    {
        _x = 0;
        if (++_y == _rows.Count)
        {
            _rows.Add(Blank(columns));
        }
    }

    private void Move(string end, string numbers)
    {
        var count = int.TryParse(numbers, CultureInfo.InvariantCulture, out var number) ? number : 1;
        switch (end)
        {
            case "A":
                _y = Math.Max(Math.Max(0, _rows.Count - rows), _y - count);
                break;
            case "K":
                Array.Fill(_rows[_y], ' ', numbers == "2" ? 0 : _x, columns - (numbers == "2" ? 0 : _x));
                break;
            case "J":
                Array.Fill(_rows[_y], ' ', _x, columns - _x);
                _rows.RemoveRange(_y + 1, _rows.Count - _y - 1);
                break;
            case "h" or "l":
                HasCursor = numbers != "?25" ? HasCursor : end == "h";
                break;
            case "m" or "=" or ">":
                break;
            default:
                Strange.Add($"{numbers}{end}");
                break;
        }
    }

    [GeneratedRegex(@"\G\e(?:\[(?<numbers>[0-9;?]*)(?<end>[@-~])|(?<end>[=>]))")]
    private static partial Regex Sequence();
}
