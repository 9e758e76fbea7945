using System.Buffers;
using System.Text;
using System.Xml;
using GoldenPath.Guard.Redaction;

namespace GoldenPath.Results;

/// <summary>Copies XML without its secrets: what elements and attributes say is redacted, and their structure stays.</summary>
/// <remarks>Redacting the file's own text would miss a secret that is spelt with entities, and could take an end tag for a part of one.</remarks>
/// <param name="redactor">What knows the run's secrets.</param>
internal sealed class XmlRedaction(Redactor redactor)
{
    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
        CloseInput = false,
    };

    private static readonly XmlWriterSettings Writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CheckCharacters = false,
        NewLineHandling = NewLineHandling.None,
        CloseOutput = false,
    };

    private readonly char[] _chunk = new char[16 * 1024];
    private readonly byte[] _bytes = new byte[64 * 1024];
    private readonly ArrayBufferWriter<byte> _clean = new();

    /// <summary>Copies a document.</summary>
    /// <exception cref="XmlException">It is none, or not complete.</exception>
    public void Copy(FileStream source, Stream target)
    {
        using var text = new ResultsText(source);
        using var reader = XmlReader.Create(text, Reading);
        using var writer = XmlWriter.Create(target, Writing);
        while (reader.Read())
        {
            Copy(reader, writer);
        }
    }

    private void Copy(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                CopyElement(reader, writer);
                break;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                CopyText(reader, writer);
                break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                writer.WriteWhitespace(reader.Value);
                break;
            case XmlNodeType.Comment:
                writer.WriteComment(redactor.Redact(reader.Value));
                break;
            default:
                break; // The declaration is the writer's own; instructions say nothing of tests.
        }
    }

    private void CopyElement(XmlReader reader, XmlWriter writer)
    {
        var isEmpty = reader.IsEmptyElement;
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        var name = "";
        while (reader.MoveToNextAttribute())
        {
            // A property's name may announce its value: <property name="password" value="…"/>.
            var value = reader.LocalName == "value" && name.Length > 0 ? Announced(name, reader.Value) : redactor.Redact(reader.Value);
            name = reader.LocalName == "name" ? reader.Value : name;
            writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, value);
        }

        if (isEmpty)
        {
            writer.WriteEndElement();
        }
    }

    private string Announced(string name, string value)
    {
        var start = name + "=";
        var both = redactor.Redact(start + value);
        return both.StartsWith(start, StringComparison.Ordinal) ? both[start.Length..] : Redactor.Replacement;
    }

    /// <summary>Text of any length, in pieces.</summary>
    private void CopyText(XmlReader reader, XmlWriter writer)
    {
        var lines = redactor.ForStream();
        var encoder = Encoding.UTF8.GetEncoder();
        var decoder = Encoding.UTF8.GetDecoder();
        int read;
        while ((read = reader.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0)
        {
            lines.Write(_bytes.AsSpan(0, encoder.GetBytes(_chunk.AsSpan(0, read), _bytes, flush: false)), _clean);
            Write(writer, decoder);
        }

        lines.Write(_bytes.AsSpan(0, encoder.GetBytes([], _bytes, flush: true)), _clean);
        lines.Complete(_clean);
        Write(writer, decoder);
    }

    private void Write(XmlWriter writer, Decoder decoder)
    {
        var characters = new char[decoder.GetCharCount(_clean.WrittenSpan, flush: false)];
        var count = decoder.GetChars(_clean.WrittenSpan, characters, flush: false);
        if (count > 0)
        {
            writer.WriteChars(characters, 0, count);
        }

        _clean.ResetWrittenCount();
    }
}
