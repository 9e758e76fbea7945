using GoldenPath.Diagnosis.Explanations;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>A test command could not begin, for it lacks a module or a program: that is why no test told anything.</summary>
internal sealed class RunnerLacksRule : IRule
{
    public DiagnosisResult? Examine(Case broken, DiagnosisResult observed) =>
        observed.Cause == Causes.TestsFailed
        && broken is { Failure.Test: null, TestStory: { } story }
        && broken.File.Services is [var any, ..]
        && story.Ranked is [{ Kind: SignKind.ModuleMissing or SignKind.ProgramMissing } sign, ..]
        && LoggedCauseRule.Account(broken, any with { Name = "the test command" }, sign) is { } account
            ? observed with
            {
                Certainty = Certainty.Likely,
                Chain =
                [
                    .. observed.Chain,
                    new("Why did no test run?", $"The test command lacks {sign.Subject ?? "something"}.", sign.Cited),
                ],
                Remedies = [.. account.Remedies, .. observed.Remedies],
            }
            : null;
}
