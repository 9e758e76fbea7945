using System.Text.RegularExpressions;

namespace GoldenPath.Guard.Redaction;

/// <summary>How much of a line may be shown before its end is known: not what could turn out to be the first half of a secret.</summary>
internal static partial class BegunLine
{
    private const int ShortestTold = 4; // So few characters of a known secret tell nothing.

    /// <summary>Where the part ends that may be shown.</summary>
    public static int SafeEnd(ReadOnlySpan<char> line, IEnumerable<string> secrets)
    {
        var word = line.LastIndexOfAny(' ', '\t') + 1;
        return SecretRules.MayAnnounce(line) && !OwnAddress().IsMatch(line[word..]) ? word : line.Length - LongestBeginning(line, secrets);
    }

    /// <summary>How many characters at the end of the line are the beginning of a known secret.</summary>
    private static int LongestBeginning(ReadOnlySpan<char> line, IEnumerable<string> secrets)
    {
        var longest = 0;
        foreach (var secret in secrets)
        {
            for (var length = Math.Min(secret.Length - 1, line.Length); length > longest && length >= ShortestTold; length--)
            {
                longest = line.EndsWith(secret.AsSpan(0, length)) ? length : longest;
            }
        }
        return longest;
    }

    /// <summary>An address of this machine: what follows it is a port and a path, no password.</summary>
    [GeneratedRegex(@"^(https?|wss?)://(localhost|[0-9.]+|\[[0-9a-f:.]+\])(:[0-9]{1,5})?(/[^@?=]*)?\z")]
    private static partial Regex OwnAddress();
}
