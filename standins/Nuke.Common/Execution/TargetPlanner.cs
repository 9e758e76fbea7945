#nullable enable

namespace Nuke.Common.Execution;

/// <summary>Decides which targets run, and in which order.</summary>
internal static class TargetPlanner
{
    /// <summary>Plans the named targets, or the default ones where no name is given.</summary>
    public static List<ExecutableTarget> Plan(IReadOnlyList<ExecutableTarget> targets, IEnumerable<string>? names)
    {
        var wanted = names is null ? targets.Where(x => x.IsDefault).ToList() : [.. names.Select(x => Invoke(x, targets))];
        var order = Sort(targets);
        while (true)
        {
            var plan = Select(order, wanted);
            var triggered = plan.SelectMany(x => x.Triggers).Except(plan).Where(targets.Contains).ToList();
            if (triggered.Count == 0)
                return plan;
            wanted = [.. plan, .. triggered];
        }
    }

    private static ExecutableTarget Invoke(string name, IReadOnlyList<ExecutableTarget> targets)
    {
        var plain = name.Replace("-", "", StringComparison.Ordinal);
        var target = targets.SingleOrDefault(x => x.Name.Equals(plain, StringComparison.OrdinalIgnoreCase));
        if (target is null)
        {
            var lines = targets.Select(x => $"  - {x.Name}").Order(StringComparer.InvariantCulture);
            Assert.Fail(
                $"Target with name '{plain}' does not exist. Available targets are:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}"
            );
        }

        target.Invoked = true;
        return target;
    }

    // Dependents first: a target is wanted when it was asked for, or when one before it depends on it.
    private static List<ExecutableTarget> Select(List<ExecutableTarget> dependentsFirst, List<ExecutableTarget> wanted)
    {
        var plan = new List<ExecutableTarget>();
        foreach (var target in dependentsFirst)
        {
            if (wanted.Contains(target) || plan.Exists(x => x.ExecutionDependencies.Contains(target)))
                plan.Add(target);
        }

        plan.Reverse();
        return plan;
    }

    private static List<ExecutableTarget> Sort(IReadOnlyList<ExecutableTarget> targets)
    {
        FailOnCycles(targets);
        var rest = targets.ToList();
        var sorted = new List<ExecutableTarget>(rest.Count);
        while (rest.Count > 0)
        {
            var next = rest.Find(x => !rest.Exists(y => y.AllDependencies.Contains(x)))!;
            rest.Remove(next);
            sorted.Add(next);
        }

        return sorted;
    }

    private static void FailOnCycles(IReadOnlyList<ExecutableTarget> targets)
    {
        var cycles = new CycleFinder(targets).Find();
        if (cycles.Count > 0)
        {
            var lines = cycles.Select(x => $" - {string.Join(", ", x.Select(y => y.Name))}");
            Assert.Fail($"Circular dependencies between targets:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}");
        }
    }
}
