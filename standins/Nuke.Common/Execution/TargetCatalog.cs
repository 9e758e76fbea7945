#nullable enable
using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Reads all targets of a build and links them by what their definitions say of each other.</summary>
internal static class TargetCatalog
{
    public static List<ExecutableTarget> Create<T>(T build, IEnumerable<Expression<Func<T, Target>>> defaults)
        where T : NukeBuild
    {
        var factories = defaults.Select(x => DefaultTarget(x, build)).ToList();
        var targets = BuildMembers.Targets(build.GetType()).ConvertAll(x => Define(x, build, factories));
        targets.ForEach(x => Link(x, targets));
        return targets;
    }

    // Compiling an expression costs more than everything else here; nearly all name a property of the build.
    private static Delegate? DefaultTarget<T>(Expression<Func<T, Target>> expression, T build) =>
        expression.Body
            is MemberExpression
            {
                Member: PropertyInfo property,
                Expression: ParameterExpression or UnaryExpression { Operand: ParameterExpression }
            }
            ? (Delegate?)property.GetValue(build)
            : expression.Compile(preferInterpretation: true)(build);

    private static ExecutableTarget Define(PropertyInfo property, NukeBuild build, List<Delegate?> defaults)
    {
        var definition = new TargetDefinition(property, build);
        var factory = (Target)property.GetValue(build)!;
        factory(definition);
        return new ExecutableTarget
        {
            Definition = definition,
            Name = BuildMembers.ShortName(property),
            Member = property,
            Factory = factory,
            Description = definition.Text,
            Listed = !definition.IsUnlisted,
            IsDefault = defaults.Contains(factory),
            DependencyBehavior = definition.WhenSkippedBehavior,
            AssuredAfterFailure = definition.IsAssured,
            ProceedAfterFailure = definition.Proceeds,
            DynamicConditions = definition.DynamicConditions,
            StaticConditions = definition.StaticConditions,
            DelegateRequirements = definition.Requirements,
            Actions = definition.Actions,
            ArtifactProducts = definition.Products,
        };
    }

    private static void Link(ExecutableTarget target, List<ExecutableTarget> all)
    {
        var definition = target.Definition;
        target.ExecutionDependencies.AddRange(Related(definition.DependsOnTargets, x => x.DependentForTargets));
        target.OrderDependencies.AddRange(Related(definition.AfterTargets, x => x.BeforeTargets));
        target.TriggerDependencies.AddRange(Related(definition.TriggeredByTargets, x => x.TriggersTargets));
        target.Triggers.AddRange(Related(definition.TriggersTargets, x => x.TriggeredByTargets));
        Assert.True(
            !target.AllDependencies.Concat(target.Triggers).Contains(target),
            $"Target '{target.Name}' cannot have a dependency on itself"
        );

        // What this target names, and what names this target.
        IEnumerable<ExecutableTarget> Related(List<Target> named, Func<TargetDefinition, List<Target>> naming) =>
            named
                .Select(x => all.Single(y => Equals(y.Factory, x)))
                .Concat(all.Where(x => x != target && naming(x.Definition).Exists(y => Equals(y, target.Factory))));
    }
}
