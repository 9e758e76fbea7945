using System.Reflection;

namespace GoldenPath.Tests;

/// <summary>Whose it is, by stage and cause alone.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class VerdictSpecs
{
    private static readonly string[] Around = ["docker", "resource", "config", "dependency", "build"];

    public static TheoryData<string> AllCauses =>
        [.. typeof(Causes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(one => (string)one.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(AllCauses))]
    public void What_breaks_before_all_are_ready_is_the_environments(string cause)
    {
        var expected = cause == Causes.TestsNoneRan ? Verdict.Inconclusive : Verdict.Environment;

        Assert.Equal(expected, Verdicts.Of(Stages.StartServices, Seen(cause)));
        Assert.Equal(expected, Verdicts.Of(Stages.WaitForPort8002, Seen(cause)));
    }

    [Theory]
    [MemberData(nameof(AllCauses))]
    public void What_breaks_afterwards_is_the_products_unless_it_lies_around_it(string cause)
    {
        var expected =
            cause == Causes.TestsNoneRan ? Verdict.Inconclusive
            : cause == Causes.ExecutableMissing || Around.Contains(cause.Split('.')[0]) ? Verdict.Environment
            : Verdict.Product;

        Assert.Equal(expected, Verdicts.Of(Stages.SmokeTests, Seen(cause)));
    }

    [Theory]
    [InlineData(Causes.DependencyUnreachable, Verdict.Environment)]
    [InlineData(Causes.DiskFull, Verdict.Environment)]
    [InlineData(Causes.MissingVariable, Verdict.Environment)]
    [InlineData(Causes.ProcessExited, Verdict.Product)]
    [InlineData(Causes.Unknown, Verdict.Product)]
    public void What_was_found_behind_a_failed_test_decides_too(string diagnosed, Verdict expected) =>
        Assert.Equal(expected, Verdicts.Of(Stages.SmokeTests, Seen(Causes.TestsFailed), diagnosed));

    [Theory]
    [InlineData(FailureKind.Cancelled, Verdict.Cancelled)]
    [InlineData(FailureKind.Misconfigured, Verdict.Configuration)]
    [InlineData(FailureKind.Unexpected, Verdict.Inconclusive)]
    [InlineData(FailureKind.Contradictory, Verdict.Inconclusive)]
    public void Some_ends_say_nothing_of_a_cause(FailureKind kind, Verdict expected) =>
        Assert.All(
            Stages.All,
            stage => Assert.Equal(expected, Verdicts.Of(stage, Seen(Causes.PortInUse) with { Kind = kind }, Causes.DiskFull))
        );

    private static Failure Seen(string cause) => new() { Cause = cause, Summary = "It broke." };
}
