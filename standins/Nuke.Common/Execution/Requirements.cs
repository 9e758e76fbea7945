#nullable enable
using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Checks before the first target what targets and members require.</summary>
internal static class Requirements
{
    public static void Check(NukeBuild build)
    {
        foreach (var target in build.ScheduledTargets)
        {
            foreach (var requirement in target.DelegateRequirements)
                Check(build, target, requirement);
        }

        foreach (var member in BuildMembers.Injected(build.GetType()).Where(x => x.IsDefined(typeof(RequiredAttribute))))
            Assert.True(HasValue(member, build), $"Member '{NameOf(member)}' is required to be not null or empty");
    }

    private static void Check(NukeBuild build, ExecutableTarget target, LambdaExpression requirement)
    {
        if (requirement is Expression<Func<bool>> condition)
        {
            Assert.True(condition.Compile(preferInterpretation: true)(), $"Target '{target.Name}' requires '{requirement.Body}'");
            return;
        }

        var member = BuildMembers.MemberOf(requirement);
        member = build.GetType().GetMember(member.Name) is [var own] ? own : member;
        Assert.True(
            member.IsDefined(typeof(ValueInjectionAttributeBase)),
            $"Member '{NameOf(member)}' is required from target '{target.Name}' but not marked with an injection attribute."
        );
        Assert.True(HasValue(member, build), $"Target '{target.Name}' requires member '{NameOf(member)}' to be not null or empty");
    }

    private static bool HasValue(MemberInfo member, NukeBuild build) =>
        BuildMembers.Get(member, build) is { } value && !(value is string text && string.IsNullOrWhiteSpace(text));

    private static string NameOf(MemberInfo member) => ParameterNames.Of(member);
}
