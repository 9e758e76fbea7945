using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace GoldenPath.Tests.Reporting;

/// <summary>What a Markdown parser with GitHub's extensions makes of a text.</summary>
internal sealed partial class MarkdownReading
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true })
        .UseEmphasisExtras()
        .UseTaskLists()
        .UseFootnotes()
        .UseAlertBlocks()
        .UseMathematics()
        .Build();

    private readonly MarkdownDocument _document;

    public MarkdownReading(string text) => _document = Markdown.Parse(text, GitHub);

    public IReadOnlyList<string> Headings => [.. _document.OfType<HeadingBlock>().Select(heading => Text(heading.Inline))];

    /// <summary>Whatever a reader could click.</summary>
    public IReadOnlyList<string> Links =>
        [
            .. _document.Descendants<LinkInline>().Select(link => link.Url ?? ""),
            .. _document.Descendants<AutolinkInline>().Select(link => link.Url),
        ];

    /// <summary>Raw HTML, as it would reach the page.</summary>
    public IReadOnlyList<string> Html =>
        [
            .. _document
                .Descendants<HtmlBlock>()
                .SelectMany(block => block.Lines.ToString().Split('\n'))
                .Where(line => line.Trim().Length > 0),
            .. _document.Descendants<HtmlInline>().Select(inline => inline.Tag),
        ];

    /// <summary>References that a tracker finds in what is not code.</summary>
    public IReadOnlyList<string> References =>
        [
            .. _document
                .Descendants<LiteralInline>()
                .SelectMany(literal => Reference().Matches(literal.Content.ToString()))
                .Select(match => match.Value),
        ];

    public int OpenFences => _document.Descendants<FencedCodeBlock>().Count(fence => fence.ClosingFencedCharCount == 0);

    public IReadOnlyList<string> Fences => [.. _document.Descendants<FencedCodeBlock>().Select(fence => fence.Info ?? "")];

    public int Tables => _document.Descendants<Markdig.Extensions.Tables.Table>().Count();

    /// <summary>Mentions, references and invisible characters anywhere in a text, whatever Markdown makes of it.</summary>
    public static IReadOnlyList<string> Triggers(string text) => [.. Trigger().Matches(text).Select(match => match.Value)];

    private static string Text(ContainerInline? inline) =>
        inline is null ? "" : string.Concat(inline.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));

    [GeneratedRegex(@"\bGH-\d|/(issues|pull)/\d|\b[0-9a-f]{7,40}\b|\w://|www\.", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    [GeneratedRegex(
        @"@[A-Za-z0-9_-]|(?<!Follows )#\d|://\S*/(issues|pull)/\d|[\u202A-\u202E\u2066-\u2069\u200C-\u200F\uFEFF\u00AD\u2060]|\x1B|\0",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Trigger();
}
