using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GoldenPath;

/// <summary>The part of a run that one of several machines takes.</summary>
/// <param name="Number">Which one, from 1.</param>
/// <param name="Count">How many there are.</param>
public sealed record Shard(int Number, int Count)
{
    /// <summary>As many jobs as a matrix of GitHub Actions can have.</summary>
    public const int Most = 256;

    /// <summary>Reads <c>K/N</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shard">The shard; <c>null</c> where the text is none.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Shard? shard)
    {
        shard =
            text.Split('/') is [var first, var second]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && number >= 1
            && number <= count
            && count <= Most
                ? new(number, count)
                : null;
        return shard is not null;
    }

    /// <summary>Its usual form: <c>3/4</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");
}
