namespace AgentBackend.Tools;

/// <summary>
/// A parser and evaluator by recursive descent. Numbers are decimals, so 0.1 + 0.2 is 0.3; <c>^</c> binds to the right and tighter than
/// a sign before it; <c>* / %</c> bind tighter than <c>+ -</c>.
/// </summary>
internal sealed class Expression
{
    private const int Deepest = 100;

    private readonly Token[] _tokens;
    private int _next;
    private int _depth;

    private Expression(string text) => _tokens = [.. Lexer.Read(text)];

    private Token? Current => _next < _tokens.Length ? _tokens[_next] : null;

    /// <summary>The value of an expression.</summary>
    /// <exception cref="ToolException">It is no expression, or has no value.</exception>
    public static decimal Evaluate(string text)
    {
        try
        {
            return new Expression(text).Whole();
        }
        catch (OverflowException)
        {
            throw new ToolException("the value is too large for a calculator of 28 digits");
        }
    }

    private decimal Whole()
    {
        var value = Sum();
        return Current is { } rest ? throw new ToolException($"'{rest.Symbol}' was not expected after position {rest.Start}") : value;
    }

    private decimal Sum()
    {
        var value = Product();
        while (true)
        {
            if (Accept("+"))
            {
                value += Product();
            }
            else if (Accept("-"))
            {
                value -= Product();
            }
            else
            {
                return value;
            }
        }
    }

    private decimal Product()
    {
        var value = Signed();
        while (true)
        {
            if (Accept("*"))
            {
                value *= Signed();
            }
            else if (Accept("/"))
            {
                value /= Divisor();
            }
            else if (Accept("%"))
            {
                value %= Divisor();
            }
            else
            {
                return value;
            }
        }
    }

    private decimal Divisor() => Signed() is var divisor and not 0 ? divisor : throw new ToolException("a division by zero has no result");

    private decimal Signed()
    {
        if (++_depth > Deepest)
        {
            throw new ToolException($"it is nested deeper than {Deepest} levels");
        }

        var value =
            Accept("-") ? -Signed()
            : Accept("+") ? Signed()
            : Power();
        _depth--;
        return value;
    }

    private decimal Power()
    {
        var value = Atom();
        return Accept("^") ? Arithmetic.Power(value, Signed()) : value;
    }

    private decimal Atom()
    {
        var token = Current ?? throw new ToolException("it ends where a number was expected");
        _next++;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return token.Value;
            case TokenKind.Open:
                var value = Sum();
                Require(TokenKind.Close, ")");
                return value;
            case TokenKind.Function:
                return Arithmetic.Call(token.Symbol, Arguments());
            default:
                throw new ToolException($"'{token.Symbol}' stands at position {token.Start}, where a number was expected");
        }
    }

    private List<decimal> Arguments()
    {
        Require(TokenKind.Open, "(");
        var values = new List<decimal> { Sum() };
        while (Current is { Kind: TokenKind.Comma })
        {
            _next++;
            values.Add(Sum());
        }

        Require(TokenKind.Close, ")");
        return values;
    }

    private bool Accept(string symbol)
    {
        if (Current is not { } token || !token.Is(symbol))
        {
            return false;
        }

        _next++;
        return true;
    }

    private void Require(TokenKind kind, string symbol)
    {
        if (Current is not { } token || token.Kind != kind)
        {
            throw new ToolException($"a '{symbol}' is missing");
        }

        _next++;
    }
}
