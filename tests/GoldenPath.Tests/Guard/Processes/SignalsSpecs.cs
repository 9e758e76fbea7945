using GoldenPath.Guard.Processes;

namespace GoldenPath.Tests.Guard.Processes;

[Trait(Speed.Name, Speed.Quick)]
public sealed class SignalsSpecs
{
    [Theory]
    [InlineData("SIGTERM", 15)]
    [InlineData("term", 15)]
    [InlineData("SigInt", 2)]
    [InlineData("KILL", 9)]
    [InlineData("SIGUSR2", 12)]
    [InlineData("SIG", null)]
    [InlineData("", null)]
    [InlineData("SIGNOTHING", null)]
    public void Names_stand_for_numbers(string name, int? expected) => Assert.Equal(expected, Signals.Number(name));

    [Theory]
    [InlineData(9, "SIGKILL")]
    [InlineData(11, "SIGSEGV")]
    [InlineData(34, "signal 34")]
    [InlineData(0, "signal 0")]
    public void Numbers_have_names(int number, string expected) => Assert.Equal(expected, Signals.Name(number));
}
