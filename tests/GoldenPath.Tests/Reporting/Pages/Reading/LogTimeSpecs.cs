using GoldenPath.Reporting.Pages.Reading;

namespace GoldenPath.Tests.Reporting.Pages.Reading;

[Trait(Speed.Name, Speed.Quick)]
public sealed class LogTimeSpecs
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 23, 59, 58, TimeSpan.Zero);

    [TableSpec]
    [InlineData("2026-11-22T23:59:59.250Z starting", 1_250.0)]
    [InlineData("[2026-11-23 01:59:59,250+02:00] INFO starting", 1_250.0)]
    [InlineData("2026/11/22 23:59:59 starting", 1_000.0)]
    [InlineData("23:59:59.250 info: starting", 1_250.0)]
    [InlineData("00:00:01 after midnight", 3_000.0)]
    [InlineData("12:00:00 of another hour", null)]
    [InlineData("2025-11-22T23:59:59Z of another year", null)]
    [InlineData("99:99:99 is no time", null)]
    [InlineData("starting", null)]
    [InlineData("", null)]
    public Task A_line_tells_when_it_was_written(string line, double? expected)
    {
        Assert.Equal(expected, new LogTime(Start, 10_000).Of(line));
        return Task.CompletedTask;
    }
}
