namespace AgentBackend.Tools;

/// <summary>A piece of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Symbol">The operator's sign, the function's name, or the piece itself.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where the next piece may start.</param>
/// <param name="Value">The number it stands for.</param>
internal readonly record struct Token(TokenKind Kind, string Symbol, int Start, int End, decimal Value = 0)
{
    /// <summary>Whether it is this operator.</summary>
    public bool Is(string symbol) => Kind == TokenKind.Operator && Symbol == symbol;
}
