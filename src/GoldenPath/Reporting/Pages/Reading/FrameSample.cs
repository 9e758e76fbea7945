namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>The frames of a run that its page shows: all of them where they are few, otherwise those of the users that matter, and the cited ones.</summary>
internal sealed class FrameSample
{
    private const int MostUsers = 8;
    private const int First = 120;
    private const int Last = 60;
    private const int Near = 3;
    private const int LongestCited = 400;
    private const int LongestNeighbour = 90;

    private readonly Dictionary<(string Scenario, int User), UserFrames> _users = [];
    private readonly List<FrameScan> _cited = [];

    /// <summary>How many frames there were.</summary>
    public int Total { get; private set; }

    /// <summary>The frames that are shown, in order.</summary>
    public IReadOnlyList<FrameRow> Rows { get; private set; } = [];

    /// <summary>Reads a file.</summary>
    /// <param name="file">It.</param>
    /// <param name="wanted">The users that matter; none: the first ones.</param>
    /// <param name="cited">The lines that evidence cites.</param>
    public static FrameSample Read(string file, IReadOnlySet<(string Scenario, int User)> wanted, IReadOnlyCollection<int> cited)
    {
        var sample = new FrameSample();
        var near = cited.SelectMany(line => Enumerable.Range(line - Near, (2 * Near) + 1)).ToHashSet();
        foreach (var line in FrameScan.Read(file))
        {
            sample.Total++;
            var user = (line.Scenario, line.User);
            if (near.Contains(line.Number))
            {
                sample._cited.Add(line);
            }

            if (
                sample._users.TryGetValue(user, out var known)
                || (sample.Takes(user, wanted) && sample._users.TryAdd(user, known = new(First, Last)))
            )
            {
                known!.Add(line);
            }
        }

        sample.Rows =
        [
            .. sample
                ._users.Values.SelectMany(user => user.Rows())
                .Concat(sample._cited.Select(line => line.Row()).OfType<FrameRow>())
                .DistinctBy(row => row.Number)
                .OrderBy(row => row.Number),
        ];
        return sample;
    }

    /// <summary>The frames of the same user before and after one, as lines for a person.</summary>
    public IReadOnlyList<(int Number, string Text)> Around(int number)
    {
        if (Rows.FirstOrDefault(row => row.Number == number) is not { } cited)
        {
            return [];
        }

        var rows = Rows.Where(row => (row.Scenario, row.User) == (cited.Scenario, cited.User)).ToList();
        var at = rows.IndexOf(cited);
        var near = rows.Skip(Math.Max(0, at - Near)).Take(Math.Min(at, Near) + 1 + Near);
        return [.. near.Select(row => (row.Number, row.ToLine(row == cited ? LongestCited : LongestNeighbour)))];
    }

    private bool Takes((string Scenario, int User) user, IReadOnlySet<(string Scenario, int User)> wanted) =>
        user.User == 0 || (wanted.Count == 0 ? _users.Count < MostUsers : wanted.Contains(user));
}
