#nullable enable
using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>What the definition of one target said; the calls that name other targets are in the other part.</summary>
internal sealed partial class TargetDefinition(PropertyInfo target, INukeBuild build) : ITargetDefinition
{
    private readonly Queue<PropertyInfo> _bases = new(BaseProperties(target, build.GetType()));

    public string? Text { get; private set; }

    public List<Action> Actions { get; } = [];

    public List<(string Text, Func<bool> Delegate)> DynamicConditions { get; } = [];

    public List<(string Text, Func<bool> Delegate)> StaticConditions { get; } = [];

    public List<LambdaExpression> Requirements { get; } = [];

    public List<string> Products { get; } = [];

    public DependencyBehavior WhenSkippedBehavior { get; private set; }

    public bool IsAssured { get; private set; }

    public bool Proceeds { get; private set; }

    public bool IsUnlisted { get; private set; }

    private string Name => BuildMembers.ShortName(target);

    public ITargetDefinition Description(string description)
    {
        Text = description;
        return this;
    }

    public ITargetDefinition Executes(params Action[] actions) => Add(Actions, actions);

    public ITargetDefinition Executes<T>(Func<T> action) => Add(Actions, () => action());

    public ITargetDefinition Executes(Func<Task> action) => Add(Actions, () => action().GetAwaiter().GetResult());

    public ITargetDefinition OnlyWhenDynamic(Func<bool> condition, string? conditionExpression = null) =>
        Add(DynamicConditions, (Plain(conditionExpression), condition));

    public ITargetDefinition OnlyWhenStatic(Func<bool> condition, string? conditionExpression = null) =>
        Add(StaticConditions, (Plain(conditionExpression), condition));

    public ITargetDefinition Requires<T>(Expression<Func<T>> parameterRequirement, params Expression<Func<T>>[] parameterRequirements)
        where T : class => Add(Requirements, [parameterRequirement, .. parameterRequirements]);

    public ITargetDefinition Requires<T>(Expression<Func<T?>> parameterRequirement, params Expression<Func<T?>>[] parameterRequirements)
        where T : struct => Add(Requirements, [parameterRequirement, .. parameterRequirements]);

    public ITargetDefinition Requires(Expression<Func<bool>> requirement, params Expression<Func<bool>>[] requirements) =>
        Add(Requirements, [requirement, .. requirements]);

    public ITargetDefinition WhenSkipped(DependencyBehavior dependencyBehavior)
    {
        WhenSkippedBehavior = dependencyBehavior;
        return this;
    }

    public ITargetDefinition AssuredAfterFailure()
    {
        IsAssured = true;
        return this;
    }

    public ITargetDefinition ProceedAfterFailure()
    {
        Proceeds = true;
        return this;
    }

    public ITargetDefinition Unlisted()
    {
        IsUnlisted = true;
        return this;
    }

    public ITargetDefinition Produces(params string[] artifacts) => Add(Products, artifacts);

    public ITargetDefinition Base()
    {
        Assert.True(
            _bases.Count > 0,
            $"Target '{target.DeclaringType}.{target.Name}' does not have any base members. To inherit from a component, use Inherit<T>."
        );
        return Inherit(ValueOf(_bases.Dequeue()));
    }

    public ITargetDefinition Inherit(params Target[] targets)
    {
        Array.ForEach(targets, x => x(this));
        return this;
    }

    public ITargetDefinition Inherit<T>(params Expression<Func<T, Target>>[] targets)
    {
        var properties = targets.Length > 0 ? targets.Select(x => (PropertyInfo)BuildMembers.MemberOf(x)) : [OnlyTarget(typeof(T))];
        return Inherit([.. properties.Select(ValueOf)]);
    }

    private static IEnumerable<PropertyInfo> BaseProperties(PropertyInfo target, Type build)
    {
        for (var type = build.BaseType; type is not null; type = type.BaseType)
        {
            if (type.GetProperty(target.Name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly) is { } property)
                yield return property;
        }
    }

    // The text of a lambda: "() => X" says no more than "X".
    private static string Plain(string? condition)
    {
        var text = string.Join(' ', (condition ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.TrimStart('(', ')', '=', '>', ' ');
    }

    private TargetDefinition Add<T>(List<T> list, params IEnumerable<T> items)
    {
        list.AddRange(items);
        return this;
    }

    // An overridden property can only be asked for its own value past the virtual call.
    private Target ValueOf(PropertyInfo property)
    {
        var getter = property.GetMethod!.MethodHandle.GetFunctionPointer();
        return ((Func<Target>)Activator.CreateInstance(typeof(Func<Target>), build, getter)!)();
    }

    private PropertyInfo OnlyTarget(Type component)
    {
        var properties = component
            .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(x => x.PropertyType == typeof(Target))
            .ToList();
        Assert.True(
            properties.Count == 1,
            $"Target '{Name}' must name the targets of component '{component.Name}' that it means: it has {properties.Count}."
        );
        return properties[0];
    }
}
