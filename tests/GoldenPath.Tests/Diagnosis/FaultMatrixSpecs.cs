using GoldenPath.Tests.Diagnosis.Matrix;

namespace GoldenPath.Tests.Diagnosis;

/// <summary>What is said about faults that are injected for real.</summary>
public sealed class FaultMatrixSpecs(FaultMatrix matrix) : IClassFixture<FaultMatrix>
{
    public static IEnumerable<object[]> Rows =>
        FaultMatrix.Faults.SelectMany(fault => Enumerable.Range(1, FaultMatrix.Rounds).Select(round => new object[] { fault.Name, round }));

    [TableSpec]
    [MemberData(nameof(Rows))]
    public Task A_fault_is_told_with_evidence_that_exists_and_without_secrets(string fault, int round)
    {
        var findings = Findings.Of(matrix.Of(fault, round)).ToList();

        Assert.True(findings.Count == 0, string.Join('\n', findings));
        return Task.CompletedTask;
    }

    [Spec]
    public Task The_cause_is_right_in_19_of_20_and_never_confirmed_where_it_is_wrong()
    {
        var said = matrix.Outcomes.Where(outcome => outcome.Skipped is null).ToList();

        Assert.DoesNotContain(said, outcome => outcome.IsConfirmedAndWrong);
        Assert.True(said.Count(outcome => outcome.IsRight) >= 0.95 * said.Count, MatrixReport.Render(matrix.Outcomes));
        return Task.CompletedTask;
    }
}
