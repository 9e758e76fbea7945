using System.Text.RegularExpressions;

namespace AgentBackend.Agents;

/// <summary>Finds the references that a text asks to have quoted.</summary>
internal static partial class References
{
    private const int Most = 8;

    /// <summary>
    /// The references, in order: what follows the word "reference" anywhere, and in a sentence that asks for a quotation also what follows
    /// "code", "id" and the like, and anything that looks like an id.
    /// </summary>
    public static IReadOnlyList<string> Find(string text) =>
        [.. Sentences().Split(text).SelectMany(InSentence).Distinct(StringComparer.Ordinal).Take(Most)];

    private static IEnumerable<string> InSentence(string sentence)
    {
        var asks = Asks().IsMatch(sentence);
        var named = Named()
            .Matches(sentence)
            .Where(match => asks || match.Groups["reference"].Success)
            .Select(match => match.Groups["id"].Value);
        return asks ? named.Concat(Ids().Matches(sentence).Select(match => match.Value)) : named;
    }

    [GeneratedRegex(@"(?<=[.!?;])\s+|\n+")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\b(quote|cite|mention|repeat|include|echo|state|return)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asks();

    // An id has a digit or a joint in it, so that 'the reference in your answer' names none.
    [GeneratedRegex(
        @"\b(?:(?<reference>reference|ref|nonce)|code|id|token|ticket)\b\W{0,4}(?:(?:is|number|no)\W{1,3})?(?<id>(?=[\w-]*[\d_-])\w[\w-]{2,})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Named();

    // Letters and digits mixed, six characters or more: '6' and '1843' are numbers of the question.
    [GeneratedRegex(@"(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z_])\w[\w-]{5,}(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();
}
