namespace AgentBackend.Tools;

/// <summary>What a piece of text is to the calculator.</summary>
internal enum TokenKind
{
    /// <summary>A number, or the constant pi.</summary>
    Number,

    /// <summary>One of <c>+ - * / % ^</c>, written as a sign or as a word.</summary>
    Operator,

    /// <summary>The name of a function, followed by a parenthesis.</summary>
    Function,

    /// <summary>An opening parenthesis.</summary>
    Open,

    /// <summary>A closing parenthesis.</summary>
    Close,

    /// <summary>A comma between arguments.</summary>
    Comma,

    /// <summary>Anything else: prose.</summary>
    Prose,
}
