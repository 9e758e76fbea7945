using System.Globalization;
using GoldenPath.Reporting.Pages.Html;
using GoldenPath.Reporting.Pages.Reading;

namespace GoldenPath.Reporting.Pages.Parts;

/// <summary>The lines of files that stand on a page: each has one place, which links go to.</summary>
/// <param name="story">The run.</param>
/// <param name="writer">What writes HTML.</param>
internal sealed class LineBook(RunStory story, MarkupWriter writer)
{
    private readonly HashSet<(string File, int Line)> _shown = [];
    private readonly Dictionary<string, int> _files = story
        .Files.Index()
        .ToDictionary(file => file.Item.Name, file => file.Index, StringComparer.Ordinal);

    /// <summary>Whether a line stands on the page.</summary>
    public bool IsShown(string file, int line) => _shown.Contains((file, line));

    /// <summary>The anchor of a line. A frame has its own, in the list of frames.</summary>
    public string Anchor(string file, int line) =>
        file == RunStory.FramesName
            ? FrameAnchor(line)
            : string.Create(CultureInfo.InvariantCulture, $"line-{_files.GetValueOrDefault(file, -1)}-{line}");

    /// <summary>The anchor of a frame.</summary>
    public static string FrameAnchor(int number) => string.Create(CultureInfo.InvariantCulture, $"frame-{number}");

    /// <summary>Shows lines of a file.</summary>
    public Markup Write(string file, IEnumerable<(int Number, string Text)> lines) =>
        Markup.Join(lines.Select(line => Write(file, line.Number, line.Text)));

    private Markup Write(string file, int number, string text)
    {
        var isFirst = _shown.Add((file, number)) && file != RunStory.FramesName;
        var id = isFirst ? writer.Write($" id=\"{Anchor(file, number)}\"") : Markup.None;
        var cited = story.IsCited(file, number) ? new Markup(" class=\"cited\"") : Markup.None;
        return writer.Write(
            $"""
            <li{id}{cited}><a class="number" href="#{Anchor(file, number)}">{number}</a> <code>{text}</code></li>

            """
        );
    }
}
