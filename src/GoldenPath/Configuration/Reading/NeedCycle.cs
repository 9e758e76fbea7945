namespace GoldenPath.Configuration.Reading;

/// <summary>Finds a circle in what services need.</summary>
internal static class NeedCycle
{
    /// <summary>A circle, its first name repeated at the end; <c>null</c> where there is none.</summary>
    public static IReadOnlyList<string>? Find(IReadOnlyDictionary<string, IReadOnlyList<string>> needs)
    {
        var finished = new HashSet<string>();
        return needs.Keys.Select(name => Walk(name, [], finished, needs)).FirstOrDefault(cycle => cycle is not null);
    }

    private static List<string>? Walk(
        string name, List<string> path, HashSet<string> finished, IReadOnlyDictionary<string, IReadOnlyList<string>> needs)
    {
        if (path.IndexOf(name) is >= 0 and var start)
            return [.. path[start..], name];
        if (finished.Contains(name))
            return null;
        path.Add(name);
        var cycle = needs[name].Select(need => Walk(need, path, finished, needs)).FirstOrDefault(found => found is not null);
        path.Remove(name);
        finished.Add(name);
        return cycle;
    }
}
