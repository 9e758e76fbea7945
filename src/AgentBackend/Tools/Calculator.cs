using System.Globalization;
using System.Text.Json.Nodes;

namespace AgentBackend.Tools;

/// <summary>Finds the arithmetic in a text and works it out.</summary>
internal sealed class Calculator : ITool
{
    public string Name => "calculator";

    public IEnumerable<ToolCall> Propose(string text)
    {
        var run = new List<Token>();
        foreach (var token in Lexer.Read(text).Append(new Token(TokenKind.Prose, "", text.Length, text.Length)))
        {
            if (token.Kind != TokenKind.Prose)
            {
                run.Add(token);
                continue;
            }

            if (Expression(run, text) is { } expression)
            {
                yield return new ToolCall(this, new JsonObject { ["expression"] = expression }, $"calculate '{expression}'");
            }

            run.Clear();
        }
    }

    public ToolResult Execute(JsonObject parameters)
    {
        var expression = (string?)parameters["expression"] ?? throw new ToolException("no expression was given");
        try
        {
            var value = Tools.Expression.Evaluate(expression);
            var text = value.ToString("0.############################", CultureInfo.InvariantCulture);
            return new ToolResult(new JsonObject { ["expression"] = expression, ["value"] = value }, $"{expression} = {text}.");
        }
        catch (ToolException failed)
        {
            throw new ToolException($"I could not calculate '{expression}': {failed.Message}.");
        }
    }

    // A lone number is no question, and neither is '3 times': a half-written '6 *' is one, and deserves to be told what is wrong.
    private static string? Expression(List<Token> run, string text)
    {
        while (run is [.., { Kind: TokenKind.Comma } or { Symbol: "-" }])
        {
            run.RemoveAt(run.Count - 1);
        }

        var numbers = run.Count(token => token.Kind == TokenKind.Number);
        var written = run.Any(token => token.Kind == TokenKind.Operator && token.End - token.Start == 1);
        var asks =
            run.Any(token => token.Kind == TokenKind.Function)
            || (numbers > 0 && written)
            || (numbers > 1 && run.Any(token => token.Kind == TokenKind.Operator));
        return asks ? text[run[0].Start..run[^1].End] : null;
    }
}
