#nullable enable
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Marks targets that must not run, and those that then have no purpose.</summary>
internal static class TargetSkipping
{
    /// <summary>Skips what <c>--skip</c> names; without a name, all but the targets that were asked for.</summary>
    public static void ApplyParameter(NukeBuild build, IReadOnlyCollection<string> names)
    {
        var plain = names.Select(x => x.Replace("-", "", StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var target in build.ExecutionPlan.Where(x => plain.Count == 0 || plain.Contains(x.Name)))
            Mark(build, target, "via parameter");
    }

    public static void ApplyStatic(NukeBuild build)
    {
        foreach (var target in build.ExecutionPlan)
            Apply(build, target, target.StaticConditions);
    }

    /// <summary>Whether a condition, now or earlier, keeps the target from running.</summary>
    public static bool ApplyDynamic(NukeBuild build, ExecutableTarget target)
    {
        Apply(build, target, target.DynamicConditions);
        return target.OnlyWhen is not null;
    }

    private static void Apply(NukeBuild build, ExecutableTarget target, IEnumerable<(string Text, Func<bool> Delegate)> conditions)
    {
        try
        {
            var violated = conditions.Where(x => !x.Delegate()).Select(x => x.Text).ToList();
            if (violated.Count == 0)
                return;
            target.OnlyWhen = string.Join(" && ", violated);
            Mark(build, target, reason: null);
        }
#pragma warning disable CA1031 // Whatever a condition throws is the failure of its target.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.Error(exception.Unwrap(), "Invocation of condition for {TargetName} has thrown an exception", target.Name);
            throw new TargetExecutionException(target.Name, exception);
        }
    }

    private static void Mark(NukeBuild build, ExecutableTarget target, string? reason)
    {
        if (target.Status != ExecutionStatus.Scheduled)
            return;
        if (!target.Invoked)
        {
            target.Status = ExecutionStatus.Skipped;
            target.Skipped ??= reason;
        }

        if (target.DependencyBehavior == DependencyBehavior.Execute)
            return;
        var purposeless = target.ExecutionDependencies.Concat(target.Triggers).Where(x => !IsWanted(build, x, except: target)).ToList();
        foreach (var other in purposeless)
            Mark(build, other, $"because of {target.Name}");
    }

    private static bool IsWanted(NukeBuild build, ExecutableTarget target, ExecutableTarget except) =>
        build
            .ExecutionPlan.Where(x => x != except && x.Status == ExecutionStatus.Scheduled)
            .Any(x => x.ExecutionDependencies.Contains(target) || x.Triggers.Contains(target));
}
