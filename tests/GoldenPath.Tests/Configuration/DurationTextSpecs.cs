using GoldenPath.Configuration;

namespace GoldenPath.Tests.Configuration;

[Trait(Speed.Name, Speed.Quick)]
public sealed class DurationTextSpecs
{
    [TableSpec]
    [InlineData("250ms", 250)]
    [InlineData("5s", 5_000)]
    [InlineData("1.5s", 1_500)]
    [InlineData("2m", 120_000)]
    [InlineData("24h", 86_400_000)]
    [InlineData("0s", 0)]
    public async Task A_number_with_a_unit_is_a_duration(string text, double milliseconds)
    {
        await Task.Yield();
        Assert.True(DurationText.TryParse(text, out var duration));
        Assert.Equal(milliseconds, duration.TotalMilliseconds);
    }

    [TableSpec]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("5 s")]
    [InlineData("s")]
    [InlineData("-5s")]
    [InlineData("+5s")]
    [InlineData("5S")]
    [InlineData("1e3s")]
    [InlineData(".5s")]
    [InlineData("5s\n")]
    [InlineData("٥s")]
    [InlineData("24.1h")]
    [InlineData("99999999999999999999h")]
    public async Task Anything_else_is_none(string text)
    {
        await Task.Yield();
        Assert.False(DurationText.TryParse(text, out _));
    }
}
