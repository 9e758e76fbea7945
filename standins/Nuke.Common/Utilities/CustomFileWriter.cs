using Nuke.Common.Logging;

namespace Nuke.Common.Utilities;

/// <summary>Writes lines at the current indentation.</summary>
public class CustomFileWriter(StreamWriter streamWriter, int indentationFactor, string commentPrefix)
{
    private int _indentation;

    public void WriteLine(string text = null) =>
        streamWriter.WriteLine(text is null ? "" : new string(' ', _indentation * indentationFactor) + text);

    public void WriteComment(string text = null) => WriteLine($"{commentPrefix} {text}".TrimEnd());

    public void Write(Action<CustomFileWriter> writer) => writer(this);

    public IDisposable Indent()
    {
        _indentation++;
        return new Block(() => _indentation--);
    }
}
