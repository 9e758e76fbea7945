#nullable enable

namespace Nuke.Common.Execution;

/// <summary>Finds groups of targets that wait for each other: the strongly connected components, after Tarjan.</summary>
internal sealed class CycleFinder(IReadOnlyList<ExecutableTarget> targets)
{
    private readonly Dictionary<ExecutableTarget, int> _indices = [];
    private readonly Dictionary<ExecutableTarget, int> _roots = [];
    private readonly Stack<ExecutableTarget> _open = [];
    private readonly List<List<ExecutableTarget>> _cycles = [];

    public List<List<ExecutableTarget>> Find()
    {
        foreach (var target in targets)
        {
            if (!_indices.ContainsKey(target))
                Visit(target);
        }

        return _cycles;
    }

    private void Visit(ExecutableTarget target)
    {
        _roots[target] = _indices[target] = _indices.Count;
        _open.Push(target);
        foreach (var dependency in target.AllDependencies.Where(targets.Contains))
        {
            if (!_indices.ContainsKey(dependency))
                Visit(dependency);
            if (_open.Contains(dependency))
                _roots[target] = Math.Min(_roots[target], _roots[dependency]);
        }

        if (_roots[target] == _indices[target])
            Close(target);
    }

    private void Close(ExecutableTarget root)
    {
        var members = new List<ExecutableTarget>();
        do members.Add(_open.Pop());
        while (members[^1] != root);
        if (members.Count > 1)
            _cycles.Add(members);
    }
}
