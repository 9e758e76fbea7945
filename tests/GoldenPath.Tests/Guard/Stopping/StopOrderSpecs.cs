using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Stopping;

namespace GoldenPath.Tests.Guard.Stopping;

[Trait(Speed.Name, Speed.Quick)]
public sealed class StopOrderSpecs
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a b c", "a b c")]
    [InlineData("database backend:database frontend:backend", "frontend|backend|database")]
    [InlineData("database cache backend:database,cache worker:cache", "backend worker|database cache")]
    [InlineData("a:missing", "a")]
    [InlineData("a:a b:a", "b|a")]
    [InlineData("a:b b:a c", "c|a b")]
    public void Who_needs_others_comes_first(string declared, string expected)
    {
        var services = declared
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => text.Split(':'))
            .Select(parts => Service(parts[0], parts.Length > 1 ? parts[1].Split(',') : []));

        var waves = StopOrder.Waves([.. services]);

        Assert.Equal(expected, string.Join('|', waves.Select(wave => string.Join(' ', wave.Select(service => service.Name)))));
    }

    private static LeasedService Service(string name, IReadOnlyList<string> needs) =>
        new()
        {
            Name = name,
            Process = default,
            Needs = needs,
            StopSignal = 15,
            GraceMs = 0,
            LogFile = "",
        };
}
