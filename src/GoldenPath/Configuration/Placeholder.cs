namespace GoldenPath.Configuration;

/// <summary>A placeholder as written: <c>{word}</c> or <c>{word:argument}</c>.</summary>
internal sealed record Placeholder(string Word, string? Argument)
{
    public override string ToString() => Argument is null ? $"{{{Word}}}" : $"{{{Word}:{Argument}}}";
}
