#nullable enable
using System.Reflection;

namespace Nuke.Common.ValueInjection;

/// <summary>Gives the members of a build class their values; members of components are looked up when they are read.</summary>
internal static class MemberInjection
{
    private static readonly HashSet<string> OwnMembers =
    [
        nameof(NukeBuild.Plan),
        nameof(NukeBuild.Help),
        nameof(NukeBuild.Continue),
        nameof(NukeBuild.NoLogo),
        nameof(NukeBuild.Verbosity),
    ];

    /// <summary>Parameters come first; attributes that need them, or that cost something, after the plan is known.</summary>
    public static void Inject(NukeBuild build, bool parameters)
    {
        foreach (var member in BuildMembers.Injected(build.GetType()).Where(IsStored))
        {
            var attribute = member.GetCustomAttribute<ValueInjectionAttributeBase>()!;
            if (parameters != (attribute.GetType() == typeof(ParameterAttribute)))
                continue;
            attribute.Build = build;
            if (attribute.TryGetValue(member, build) is { } value)
                BuildMembers.Set(member, build, value);
        }
    }

    private static bool IsStored(MemberInfo member) =>
        !member.ReflectedType!.IsInterface && (member.DeclaringType != typeof(NukeBuild) || OwnMembers.Contains(member.Name));
}
