namespace GoldenPath.Guard.Redaction;

/// <summary>The characters that the tokens of a service are made of.</summary>
internal enum TokenAlphabet
{
    /// <summary>Letters and digits.</summary>
    Alphanumeric,

    /// <summary>Letters, digits, dashes and underscores.</summary>
    Dashed,

    /// <summary>The same in parts with dots between them.</summary>
    Dotted,

    /// <summary>Letters, digits and slashes: the path of an address.</summary>
    Path,

    /// <summary>Hexadecimal digits.</summary>
    Hexadecimal,
}
