using System.Globalization;
using GoldenPath.Services;

namespace GoldenPath.Diagnosis;

/// <summary>Lets no diagnosis cite what its run folder does not hold: a step whose evidence is not there is no longer certain.</summary>
internal sealed class CitationCheck(string runFolder)
{
    private readonly Dictionary<string, int> _lengths = [];

    /// <summary>Drops citations of lines that are not there. A step that loses all of them makes the diagnosis likely at most.</summary>
    public DiagnosisResult Apply(DiagnosisResult result)
    {
        IReadOnlyList<Why> chain = [.. result.Chain.Select(why => why with { Evidence = [.. why.Evidence.Where(Exists)] })];
        var isBare = chain.Any(why => why.Evidence.Count == 0);
        return result with
        {
            Chain = chain,
            Certainty = isBare && result.Certainty == Certainty.Confirmed ? Certainty.Likely : result.Certainty,
        };
    }

    private bool Exists(Evidence evidence)
    {
        var colon = evidence.Source.LastIndexOf(':');
        var (file, line) =
            int.TryParse(evidence.Source.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && colon > 0
                ? (evidence.Source[..colon], number)
                : (evidence.Source, 1);
        return line > 0 && line <= Length(file);
    }

    private int Length(string file)
    {
        if (!_lengths.TryGetValue(file, out var length))
        {
            var path = Path.GetFullPath(Path.Combine(runFolder, file));
            var inside = Path.TrimEndingDirectorySeparator(Path.GetFullPath(runFolder)) + Path.DirectorySeparatorChar;
            var isInside = path.StartsWith(inside, StringComparison.Ordinal);
            _lengths[file] = length = isInside ? LineCount.Of(path) : 0;
        }

        return length;
    }
}
