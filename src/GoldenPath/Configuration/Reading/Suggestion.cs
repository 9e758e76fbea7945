namespace GoldenPath.Configuration.Reading;

/// <summary>Finds the known word that a wrong one was probably meant to be.</summary>
internal static class Suggestion
{
    private const int LongestWord = 64;
    private const int MostCandidates = 50;

    /// <summary><c>Did you mean 'x'?</c>, or the list of the known words.</summary>
    public static string For(string word, IReadOnlyCollection<string> known) =>
        Nearest(word, known) is { } near ? $"Did you mean '{near}'?"
        : known.Count > 0 ? $"Known here: {string.Join(", ", known.Take(MostCandidates))}{(known.Count > MostCandidates ? ", …" : "")}"
        : "None is known here";

    /// <summary>The known word that is next to a wrong one; <c>null</c> where none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) =>
        word.Length > LongestWord
            ? null
            : known
                .Take(MostCandidates)
                .Select(candidate => (Word: candidate, Distance: Distance(Normal(word), Normal(candidate))))
                .Where(candidate => candidate.Distance <= Tolerance(candidate.Word) || IsPart(word, candidate.Word))
                .OrderBy(candidate => candidate.Distance)
                .Select(candidate => candidate.Word)
                .FirstOrDefault();

    private static int Tolerance(string candidate) => candidate.Length < 4 ? 0 : Math.Max(1, candidate.Length / 3);

    private static bool IsPart(string word, string candidate) =>
        word.Length >= 3
        && (
            candidate.EndsWith(word, StringComparison.OrdinalIgnoreCase)
            || (word.Length >= 5 && candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase))
        );

    private static string Normal(string word) => word.Replace('_', '-').ToUpperInvariant();

    /// <summary>The edit distance, a swap of neighbours counting once.</summary>
    private static int Distance(string left, string right)
    {
        int[] before = [],
            above = [],
            row = [.. Enumerable.Range(0, right.Length + 1)];
        for (var i = 1; i <= left.Length; i++)
        {
            (before, above, row) = (above, row, new int[right.Length + 1]);
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                row[j] = Math.Min(above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1), 1 + Math.Min(above[j], row[j - 1]));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    row[j] = Math.Min(row[j], 1 + before[j - 2]);
            }
        }
        return row[^1];
    }
}
