#nullable enable
using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.ValueInjection;

/// <summary>The members of a build: those of its class, and those of its components that the class does not declare itself.</summary>
internal static class BuildMembers
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private const BindingFlags All = Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private static List<MemberInfo>? _injected;

    public static List<PropertyInfo> Targets(Type build)
    {
        var own = Declared(build, Instance).OfType<PropertyInfo>().Where(IsTarget).ToList();
        var inherited = Inherited(build, x => x is PropertyInfo property && IsTarget(property))
            .Select(x => MostDerived(x, own))
            .Select(x => (PropertyInfo)Implementation(x, build));
        return [.. own, .. inherited];
    }

    /// <summary>What takes its value from an attribute; a process has one build, so this is read once.</summary>
    public static List<MemberInfo> Injected(Type build) => _injected ??= FindInjected(build);

    /// <summary>The parameters, by name; not those that are left out of the help unless asked for.</summary>
    public static List<MemberInfo> Parameters(Type build, bool unlisted) =>
        [
            .. Injected(build)
                .Where(x =>
                    x.GetCustomAttribute<ValueInjectionAttributeBase>() is ParameterAttribute attribute && (unlisted || attribute.List)
                )
                .OrderBy(ParameterNames.Of, StringComparer.InvariantCulture),
        ];

    public static Type TypeOf(MemberInfo member) => member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;

    /// <summary>An explicit implementation is called by the last part of its name.</summary>
    public static string ShortName(MemberInfo member) => member.Name[(member.Name.LastIndexOf('.') + 1)..];

    public static MemberInfo MemberOf(LambdaExpression expression)
    {
        var body = expression.Body is UnaryExpression conversion ? conversion.Operand : expression.Body;
        return body is MemberExpression access ? access.Member : throw new ArgumentException($"'{expression}' names no member.");
    }

    public static void Set(MemberInfo member, object build, object value)
    {
        var field = member as FieldInfo ?? BackingField((PropertyInfo)member);
        if (field is not null)
            field.SetValue(field.IsStatic ? null : build, value);
        else
            ((PropertyInfo)member).SetValue(build, value);
    }

    public static object? Get(MemberInfo member, object build) =>
        member is FieldInfo field ? field.GetValue(build) : ((PropertyInfo)member).GetValue(build);

    private static List<MemberInfo> FindInjected(Type build)
    {
        var own = Declared(build, All).Where(IsInjected);
        var inherited = Inherited(build, IsInjected).SelectMany(x => x).Select(x => Implementation(x, build)).Where(IsInjected);
        return [.. own.Concat(inherited).OrderBy(x => x.Name, StringComparer.InvariantCulture)];
    }

    private static bool IsTarget(PropertyInfo property) => property.PropertyType == typeof(Target);

    private static bool IsInjected(MemberInfo member) => member.IsDefined(typeof(ValueInjectionAttributeBase));

    private static IEnumerable<MemberInfo> Declared(Type type, BindingFlags flags) =>
        type.GetProperties(flags).Concat<MemberInfo>(type.GetFields(flags)).Where(x => !x.Name.Contains('.', StringComparison.Ordinal));

    private static IEnumerable<IGrouping<string, MemberInfo>> Inherited(Type build, Func<MemberInfo, bool> filter) =>
        build
            .GetInterfaces()
            .SelectMany(x => x.GetProperties(Instance))
            .Where(x => filter(x) && build.GetProperty(x.Name) is null)
            .GroupBy<MemberInfo, string>(ShortName);

    // Several components may redefine one target, as long as each builds on the one before.
    private static MemberInfo MostDerived(IGrouping<string, MemberInfo> members, List<PropertyInfo> own)
    {
        var chain = members.OrderBy(x => x.DeclaringType!.GetInterfaces().Length).ToList();
        var clash = own.Exists(x => x.Name == members.Key);
        Assert.True(!clash, $"Property '{members.Key}' must be marked public to override inherited member from: {Names(chain)}");
        Assert.True(
            chain.TrueForAll(x => chain[0].DeclaringType!.IsAssignableFrom(x.DeclaringType)),
            $"Property '{members.Key}' must be implemented explicitly because it is inherited from multiple interfaces: {Names(chain)}"
        );
        return chain[^1];
    }

    private static string Names(IEnumerable<MemberInfo> members) => string.Join(", ", members.Select(x => x.DeclaringType!.Name));

    private static MemberInfo Implementation(MemberInfo member, Type build) =>
        build.GetProperty($"{member.DeclaringType!.FullName!.Replace('+', '.')}.{member.Name}", Instance) ?? member;

    private static FieldInfo? BackingField(PropertyInfo property) =>
        property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", All);
}
