using GoldenPath.Configuration;
using GoldenPath.Docker.Containers;
using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Tests.Docker.Containers;

[Trait(Speed.Name, Speed.Quick)]
public sealed class ContainerPlanSpecs
{
    [TableSpec]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_container_has_the_standard_input_that_is_declared(bool isOpen)
    {
        var service = new ServiceDefinition
        {
            Name = "web",
            Host = new ContainerHostDefinition { Image = "web", Directory = "/" },
            OpenInput = isOpen,
        };
        await using var supervisor = new SupervisorOfSpec();
        var start = new ServiceStart(
            service,
            null,
            new RunFolder("/nowhere", "run-1"),
            (text, _) => Task.FromResult(text),
            supervisor,
            new RecordingConsole()
        );

        var plan = await ContainerPlan.FillAsync(start, CancellationToken.None);

        Assert.Equal(isOpen, plan.Parameters("web", "network").OpenStdin);
    }
}
