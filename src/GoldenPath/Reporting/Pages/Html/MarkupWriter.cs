using System.Globalization;
using System.Net;

namespace GoldenPath.Reporting.Pages.Html;

/// <summary>Writes HTML from interpolated strings: what is interpolated stays text, unless it is <see cref="Markup"/>.</summary>
/// <param name="text">What makes text from outside harmless.</param>
internal sealed class MarkupWriter(OutsideText text) : IFormatProvider, ICustomFormatter
{
    private const int LongestText = 8_000;

    /// <summary>The HTML of an interpolated string.</summary>
    public Markup Write(FormattableString markup) => new(markup.ToString(this));

    /// <summary>The HTML of a text that may be longer than others.</summary>
    public Markup Long(string content, int limit) => new(WebUtility.HtmlEncode(text.Bounded(content, limit)));

    /// <summary>The HTML of each item, one after the other.</summary>
    public Markup Each<T>(IEnumerable<T> items, Func<T, FormattableString> markup) =>
        Markup.Join(items.Select(item => Write(markup(item))));

    /// <inheritdoc/>
    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

    /// <inheritdoc/>
    public string Format(string? format, object? arg, IFormatProvider? formatProvider) =>
        arg switch
        {
            Markup markup => markup.Text,
            IFormattable figure => WebUtility.HtmlEncode(figure.ToString(format, CultureInfo.InvariantCulture)),
            null => "",
            _ => WebUtility.HtmlEncode(text.Bounded(arg.ToString()!, LongestText)),
        };
}
