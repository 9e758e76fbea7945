using GoldenPath.Reporting.Pages.Html;
using GoldenPath.Reporting.Pages.Reading;

namespace GoldenPath.Reporting.Pages.Parts;

/// <summary>What the parts of a page share.</summary>
/// <param name="Story">The run.</param>
/// <param name="Writer">What writes HTML.</param>
/// <param name="Once">What has been said already.</param>
internal sealed record PageContext(RunStory Story, MarkupWriter Writer, Once Once)
{
    /// <summary>The most items that a list shows.</summary>
    public const int MostItems = 100;

    /// <summary>The lines of files that stand on the page.</summary>
    public LineBook Lines { get; } = new(Story, Writer);

    /// <summary>A section; nothing where it has no content.</summary>
    public Markup Section(string id, string heading, Markup content) =>
        content.Text.Length == 0
            ? Markup.None
            : Writer.Write(
                $"""
                <section id="{id}" aria-labelledby="{id}-heading">
                <h2 id="{id}-heading">{heading}</h2>
                {content}</section>

                """
            );

    /// <summary>A sentence, unless it stands on the page already.</summary>
    public Markup Said(string sentence) => Once.IsNew(sentence) ? Writer.Write($"<p class=\"said\">{sentence}</p>\n") : Markup.None;

    /// <summary>A command with a button that copies it; the button needs the script, which shows it.</summary>
    public Markup Command(string? command) =>
        command is null
            ? Markup.None
            : Writer.Write(
                $"""
                <div class="command"><pre tabindex="0">{command}</pre><button type="button" class="copy" hidden>Copy</button></div>

                """
            );

    /// <summary>What stands for a file of the run: a link where it is in the folder.</summary>
    public Markup FileLink(string name, string? text = null) =>
        Story.Files.FirstOrDefault(file => file.Name == name) is { } file
            ? Writer.Write($"<a href=\"{new Markup(file.Link)}\">{text ?? name}</a>")
            : Writer.Write($"{text ?? name}");

    /// <summary>An outcome or verdict as a word for people and for the style sheet.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
