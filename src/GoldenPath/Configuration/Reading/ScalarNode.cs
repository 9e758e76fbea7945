namespace GoldenPath.Configuration.Reading;

/// <summary>A single value. Only an unquoted one can be a number, a boolean or nothing.</summary>
internal sealed record ScalarNode(int Line, int Column, string Text, bool IsPlain) : Node(Line, Column)
{
    /// <summary>Whether it says that there is no value: <c>key:</c>, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => IsPlain && (Text is "" or "~" or "null" or "Null" or "NULL");
}
