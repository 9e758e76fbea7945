#nullable enable
using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.ValueInjection;

/// <summary>Injected values of interface members, which have no field to be stored in: looked up once, then kept.</summary>
internal static class ComponentValues
{
    private static readonly Dictionary<MemberInfo, object?> Known = [];

    public static object? Find(LambdaExpression expression)
    {
        var member = BuildMembers.MemberOf(expression);
        if (!Known.TryGetValue(member, out var value) || value is null)
            Known[member] = value = Resolve(member, (expression.Body as MemberExpression)?.Expression as ConstantExpression);
        return value;
    }

    private static object? Resolve(MemberInfo member, ConstantExpression? owner)
    {
        var attribute =
            member.GetCustomAttribute<ValueInjectionAttributeBase>()
            ?? throw new InvalidOperationException($"'{member.Name}' carries no attribute that gives it a value.");
        attribute.Build = owner?.Value as INukeBuild;
        return attribute.TryGetValue(member, owner?.Value);
    }
}
