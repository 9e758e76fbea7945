using GoldenPath.Diagnosis.Logs;

namespace GoldenPath.Tests.Diagnosis.Logs;

/// <summary>What precedes the message of a line is told apart from it, in whatever order and dress.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class LineHeadSpecs
{
    [Theory]
    [InlineData("2026-11-28T12:30:45.123Z ERROR connection lost", "Error", null, "connection lost")]
    [InlineData("2026-11-28 12:30:45,123 - shop.orders - WARNING - slow", "Unknown", null, "shop.orders - WARNING - slow")]
    [InlineData("[2026-11-28 12:30:45 +0000] [4711] [INFO] Booting worker", "Information", null, "Booting worker")]
    [InlineData("2026/11/28 10:45:53 [emerg] 5954#5954: open() failed", "Fatal", null, "open() failed")]
    [InlineData("8178:M 28 Nov 2026 14:18:12.852 # Sorry", "Unknown", null, "Sorry")]
    [InlineData("W1128 12:30:45.123456    4711 server.go:12] retrying", "Warning", null, "retrying")]
    [InlineData("2026-11-28 10:37:51.900 GMT [4865] FATAL:  invalid value", "Unknown", null, "GMT [4865] FATAL:  invalid value")]
    [InlineData("[ALERT]    (6324) : cannot bind socket", "Fatal", null, "cannot bind socket")]
    [InlineData("fail: Shop.Orders[0]", "Error", null, "Shop.Orders[0]")]
    [InlineData("database-1  | 12:30:45 [error] no room", "Error", "database-1", "no room")]
    [InlineData("ERROR: no room", "Error", null, "no room")]
    [InlineData("error in the order of things", "Unknown", null, "error in the order of things")]
    [InlineData("listening on 8002", "Unknown", null, "listening on 8002")]
    public void Time_level_and_source_precede_the_message(string line, string level, string? source, string message)
    {
        var head = LineHead.Of(line);

        Assert.Equal((level, source, message), (head.Level.ToString(), head.Source, head.Message));
    }

    [Theory]
    [InlineData("2026-11-28T12:30:45.123Z ERROR x", "2026-11-28T12:30:45.123+00:00")]
    [InlineData("2026-11-28 12:30:45,5 x", "2026-11-28T12:30:45.5+00:00")]
    [InlineData("12:30:45 x", null)]
    public void A_time_with_a_date_is_read(string line, string? time) =>
        Assert.Equal(
            time is null ? (DateTimeOffset?)null : DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture),
            LineHead.Of(line).Time
        );

    [Fact]
    public void A_head_without_a_level_is_found_by_its_time() => Assert.True(LineHead.Of("12:30:45 starting").IsFound);

    [Fact]
    public void A_line_of_words_has_no_head() => Assert.False(LineHead.Of("the order was not found").IsFound);
}
