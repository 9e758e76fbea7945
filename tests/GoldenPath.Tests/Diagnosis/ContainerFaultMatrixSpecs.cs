using GoldenPath.Tests.Diagnosis.Faults;
using GoldenPath.Tests.Diagnosis.Matrix;
using GoldenPath.Tests.Docker;

namespace GoldenPath.Tests.Diagnosis;

/// <summary>What is said about faults of containers.</summary>
[Collection(EngineSpecs.Name)]
public sealed class ContainerFaultMatrixSpecs(EngineFixture engine)
{
    public static IEnumerable<object[]> Rows => ContainerFaults.All.Select(fault => new object[] { fault.Name });

    [EngineTableSpec]
    [MemberData(nameof(Rows))]
    public async Task A_fault_is_told_with_evidence_that_exists_and_without_secrets(string fault)
    {
        using var folder = new TemporaryFolder();
        await engine.BuildAsync(
            ContainerFaults.Unhealthy,
            $"FROM {EngineFixture.Busybox}",
            "HEALTHCHECK --interval=1s --retries=1 CMD exit 1"
        );

        var one = await FaultRun.RunAsync(
            ContainerFaults.All.Single(row => row.Name == fault),
            round: 1,
            folder.Path,
            engine.Address.ToString()
        );

        var findings = Findings.Of(one).ToList();
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }
}
