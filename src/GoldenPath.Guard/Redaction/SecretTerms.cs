using System.Buffers;
using System.Text;

namespace GoldenPath.Guard.Redaction;

/// <summary>What is looked for literally: secrets, and the home folder. Secrets are added while texts are being read.</summary>
/// <param name="home">The folder that is shown as <c>~</c>; <c>null</c>: none.</param>
internal sealed class SecretTerms(string? home)
{
    private const int ShortestSecret = 4;
    private const int ShortestLongOne = 11;

    private static readonly SearchValues<char> EscapedInJson = SearchValues.Create("\\\"\n\r\t");
    private static readonly IReadOnlyList<SecretMatch> None = [];

    private readonly Lock _adding = new();
    private readonly string? _home = home?.TrimEnd('/', '\\') is { Length: > 1 } folder ? folder : null;

    // Made when they are needed: most secrets are long, and many redactors never learn one.
    private volatile TermIndex? _longOnes;
    private volatile TermIndex? _shortOnes;

    /// <summary>The secrets, each in every spelling that is looked for.</summary>
    public IReadOnlyCollection<string> Secrets
    {
        get
        {
            lock (_adding)
            {
                return [.. _longOnes?.Terms ?? [], .. _shortOnes?.Terms ?? []];
            }
        }
    }

    /// <summary>Takes a secret, in all its spellings.</summary>
    /// <returns>Whether one of them was new.</returns>
    public bool TryAdd(string secret)
    {
        lock (_adding)
        {
            var isNew = false;
            foreach (var spelling in Spellings(secret).Where(text => text.Length >= ShortestSecret))
            {
                isNew |= IndexFor(spelling).TryAdd(spelling);
            }
            return isNew;
        }
    }

    /// <summary>Where they stand in a text, from left to right. What overlaps is one match.</summary>
    public IReadOnlyList<SecretMatch> Find(ReadOnlySpan<char> text)
    {
        List<SecretMatch>? matches = null;
        _longOnes?.Find(text, ref matches);
        _shortOnes?.Find(text, ref matches);
        FindHomes(text, ref matches);
        return matches is { Count: > 1 } ? Joined(matches) : matches ?? None;
    }

    private TermIndex IndexFor(string spelling) =>
        spelling.Length >= ShortestLongOne ? _longOnes ??= new(width: 8, stride: 4) : _shortOnes ??= new(width: 4, stride: 1);

    private void FindHomes(ReadOnlySpan<char> text, ref List<SecretMatch>? matches)
    {
        var start = 0;
        while (_home is not null && text[start..].IndexOf(_home) is >= 0 and var offset)
        {
            start += offset;
            var end = start + _home.Length;
            if (PathRules.IsWholeSegment(text, start, end))
            {
                (matches ??= []).Add(new(start, start, end, "~"));
            }
            start = end;
        }
    }

    private static List<SecretMatch> Joined(List<SecretMatch> matches)
    {
        matches.Sort((one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : other.End.CompareTo(one.End));
        List<SecretMatch> joined = [matches[0]];
        foreach (var match in matches)
        {
            if (match.Start >= joined[^1].End)
            {
                joined.Add(match);
            }
            else if (match.End > joined[^1].End)
            {
                joined[^1] = joined[^1] with { End = match.End };
            }
        }
        return joined;
    }

    /// <summary>A secret as it is, as part of an address, inside JSON, and line by line where it has several.</summary>
    private static IEnumerable<string> Spellings(string secret)
    {
        string[] lines = secret.Contains('\n', StringComparison.Ordinal) ? secret.Split('\n', StringSplitOptions.TrimEntries) : [];
        string[] spellings = [secret, Uri.EscapeDataString(secret), Escaped(secret), .. lines];
        return spellings.Distinct();
    }

    private static string Escaped(string secret) =>
        !secret.AsSpan().ContainsAny(EscapedInJson)
            ? secret
            : new StringBuilder(secret)
                .Replace("\\", "\\\\")
                .Replace("\"", "\\\"")
                .Replace("\n", "\\n")
                .Replace("\r", "\\r")
                .Replace("\t", "\\t")
                .ToString();
}
