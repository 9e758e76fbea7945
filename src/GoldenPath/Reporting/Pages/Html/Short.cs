namespace GoldenPath.Reporting.Pages.Html;

/// <summary>Shortens texts.</summary>
internal static class Short
{
    /// <summary>The beginning of a text; no character is torn apart.</summary>
    public static string Of(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] + "…";
}
