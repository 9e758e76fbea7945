namespace GoldenPath.Configuration.Reading;

/// <summary>Finds the circles in what services need.</summary>
/// <param name="needs">What each service needs; names that are no service are passed over.</param>
internal sealed class NeedCycle(ILookup<string, string> needs)
{
    private readonly List<string> _path = [];
    private readonly HashSet<string> _finished = [];
    private readonly List<IReadOnlyList<string>> _found = [];

    /// <summary>The circles: each once, its first name repeated at the end. The last need in it is the one that closes it.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Find()
    {
        foreach (var service in needs)
            Walk(service.Key);
        return _found;
    }

    private void Walk(string name)
    {
        if (_path.IndexOf(name) is >= 0 and var start)
            _found.Add([.. _path[start..], name]);
        else if (needs.Contains(name) && _finished.Add(name))
        {
            _path.Add(name);
            foreach (var need in needs[name].Distinct())
                Walk(need);
            _path.Remove(name);
        }
    }
}
