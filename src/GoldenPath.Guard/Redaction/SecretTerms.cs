using System.Buffers;
using System.Text;

namespace GoldenPath.Guard.Redaction;

/// <summary>What is looked for literally: an immutable snapshot, so that it can be exchanged while texts are being read.</summary>
internal sealed class SecretTerms
{
    private const int ShortestSecret = 4;

    private readonly SecretTerm[] _terms;
    private readonly SearchValues<string> _search;

    private SecretTerms(IEnumerable<SecretTerm> terms)
    {
        _terms = [.. terms.DistinctBy(term => term.Text).OrderByDescending(term => term.Text.Length)];
        _search = SearchValues.Create([.. _terms.Select(term => term.Text)], StringComparison.Ordinal);
    }

    public IReadOnlyCollection<string> Secrets => [.. _terms.Where(term => !term.IsPath).Select(term => term.Text)];

    public static SecretTerms Create(IEnumerable<string> secrets, string? home)
    {
        var terms = secrets.SelectMany(Spellings);
        return new(home is { Length: > 1 } ? terms.Append(new(home.TrimEnd('/', '\\'), "~", IsPath: true)) : terms);
    }

    public SecretTerms With(string secret)
    {
        var added = Spellings(secret).Where(term => _terms.All(known => known.Text != term.Text)).ToArray();
        return added.Length == 0 ? this : new(_terms.Concat(added));
    }

    public int IndexIn(ReadOnlySpan<char> text) => text.IndexOfAny(_search);

    /// <summary>The longest term at a place of the text.</summary>
    public SecretTerm? At(ReadOnlySpan<char> text, int index)
    {
        foreach (var term in _terms)
        {
            if (text[index..].StartsWith(term.Text) && (!term.IsPath || PathRules.IsWholeSegment(text, index, index + term.Text.Length)))
            {
                return term;
            }
        }
        return null;
    }

    /// <summary>A secret as it is, as part of an address, inside JSON, and line by line where it has several.</summary>
    private static IEnumerable<SecretTerm> Spellings(string secret)
    {
        string[] lines = secret.Contains('\n', StringComparison.Ordinal) ? secret.Split('\n', StringSplitOptions.TrimEntries) : [];
        string[] spellings = [secret, Uri.EscapeDataString(secret), Escaped(secret), .. lines];
        return spellings.Where(text => text.Length >= ShortestSecret).Distinct().Select(text => new SecretTerm(text, Redactor.Replacement, IsPath: false));
    }

    private static string Escaped(string secret) => new StringBuilder(secret)
        .Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\r", "\\r").Replace("\t", "\\t").ToString();
}
