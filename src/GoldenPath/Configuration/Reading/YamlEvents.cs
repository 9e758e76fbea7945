using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GoldenPath.Configuration.Reading;

/// <summary>The events of a YAML text, one after the other.</summary>
/// <param name="text">The YAML text.</param>
/// <param name="problems">Where problems are collected.</param>
internal sealed class YamlEvents(string text, ProblemList problems)
{
    private readonly Scanner _scanner = new(new StringReader(text), skipComments: true);
    private Parser? _parser;

    /// <summary>The event that is not yet consumed.</summary>
    public ParsingEvent Current => (_parser ?? Start()).Current!;

    /// <summary>Consumes the current event, which the grammar says is a <typeparamref name="T"/>.</summary>
    /// <exception cref="ConfigurationException">What follows is not YAML.</exception>
    public T Next<T>()
        where T : ParsingEvent
    {
        if (Current is not T current)
            throw Malformed();
        Advance();
        return current;
    }

    private Parser Start()
    {
        _parser = new Parser(_scanner);
        Advance();
        return _parser;
    }

    private void Advance()
    {
        try
        {
            _parser!.MoveNext();
        }
        catch (YamlException exception)
        {
            throw YamlProblem.From(exception, text, problems);
        }
        catch (Exception exception)
            when (exception
                    is InvalidOperationException
                        or ArgumentException
                        or FormatException
                        or ArithmeticException
                        or IndexOutOfRangeException
            )
        {
            // YamlDotNet throws these bare on some malformed plain scalars and escapes.
            throw Malformed();
        }
    }

    /// <summary>YamlDotNet lets some malformed collections pass, and gives events that do not fit together.</summary>
    private ConfigurationException Malformed() =>
        problems.Fatal((int)_scanner.CurrentPosition.Line, (int)_scanner.CurrentPosition.Column, "not valid YAML", "Quote the text here");
}
