using System.Text;
using System.Xml;

namespace GoldenPath.Results;

/// <summary>Reads the text of an element up to a limit, without ever holding more.</summary>
internal static class BoundedText
{
    private const string Mark = " … (cut)";

    /// <summary>The text of the element that the reader stands on; the reader ends at its end tag.</summary>
    public static string Read(XmlReader reader, int limit)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var depth = reader.Depth;
        var chunk = new char[1024];
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                Append(reader, text, chunk, limit);
            }
        }

        return text.Length < limit ? text.ToString().Trim() : text.ToString(0, limit - Mark.Length).TrimStart() + Mark;
    }

    /// <summary>Joins two texts within a limit.</summary>
    public static string Join(string first, string second, int limit)
    {
        return Cut(
            first.Length == 0 ? second
                : second.Length == 0 ? first
                : first + "\n" + second,
            limit
        );
    }

    /// <summary>A text within a limit.</summary>
    public static string Cut(string text, int limit) => text.Length > limit ? text[..(limit - Mark.Length)] + Mark : text;

    private static void Append(XmlReader reader, StringBuilder text, char[] chunk, int limit)
    {
        int read;
        while ((read = reader.ReadValueChunk(chunk, 0, chunk.Length)) > 0)
        {
            text.Append(chunk, 0, Math.Min(read, Math.Max(0, limit - text.Length)));
        }
    }
}
