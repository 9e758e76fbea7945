namespace GoldenPath.Reporting.Pages.Html;

/// <summary>A piece of HTML that may go into a page as it is.</summary>
/// <param name="Text">It.</param>
internal readonly record struct Markup(string Text)
{
    /// <summary>Nothing.</summary>
    public static Markup None { get; } = new("");

    /// <summary>Pieces one after the other.</summary>
    public static Markup Join(params IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(piece => piece.Text)));
}
