using GoldenPath.Diagnosis.Logs;
using GoldenPath.Services;

namespace GoldenPath.Tests.Diagnosis.Logs;

/// <summary>Lines that are written as fields are read as fields that belong together, cut or nested.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class FieldSpecs
{
    [Fact]
    public void Nested_names_are_joined_by_dots()
    {
        var fields = JsonFields.Read("""{"level":"error","err":{"code":"ECONNREFUSED","port":5432},"ok":false}""")!;

        Assert.Equal(("ECONNREFUSED", "5432", "false"), (fields["err.code"], fields["err.port"], fields["ok"]));
    }

    [Fact]
    public void The_elements_of_an_array_are_one_value() =>
        Assert.Equal("db url", JsonFields.Read("""{"path":["db","url"],"msg":"x"}""")!["path"]);

    [Theory]
    [InlineData("""{"msg":"no room","path":"/da""", "no room")]
    [InlineData("""{"msg":"no room"} and more""", "no room")]
    [InlineData("""{"msg":"no room",}""", "no room")]
    public void What_came_before_a_cut_counts(string line, string message) => Assert.Equal(message, JsonFields.Read(line)!["msg"]);

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}}""")]
    [InlineData("""{"\ud800":"half a letter"}""")]
    public void What_holds_no_field_is_none(string line) => Assert.Null(JsonFields.Read(line));

    [Fact]
    public void Logfmt_is_read_with_its_quotes()
    {
        var fields = LogfmtFields.Read("""level=error msg="no \"db\"\nat all" host=db port=5432""")!;

        Assert.Equal(("error", "no \"db\"\nat all", "db", "5432"), (fields["level"], fields["msg"], fields["host"], fields["port"]));
    }

    [Theory]
    [InlineData("a = b and c = d")]
    [InlineData("see https://example.com/?a=1&b=2")]
    [InlineData("timeout=5")]
    public void Other_lines_are_no_logfmt(string line) => Assert.Null(LogfmtFields.Read(line));

    [Theory]
    [InlineData("""{"level":50,"time":1764333045123,"msg":"no room"}""", "Error", "no room")]
    [InlineData("""{"severity":"WARNING","message":"slow","logger":"shop"}""", "Warning", "slow")]
    [InlineData("""{"log":"2026-11-28T12:30:45Z ERROR no room\n","stream":"stderr"}""", "Error", "no room")]
    [InlineData("""backend-1  | {"level":"fatal","msg":"no room"}""", "Fatal", "no room")]
    [InlineData("""2026-11-28T12:30:45Z {"level":"info","msg":"ready"}""", "Information", "ready")]
    [InlineData("""ts=2026-11-28T12:30:45Z level=error err="no room" """, "Error", "no room")]
    public void A_structured_line_is_an_entry(string line, string level, string message)
    {
        var entry = StructuredLine.Read(new LogLine(7, line))!;

        Assert.Equal((level, message, 7, true), (entry.Level.ToString(), entry.Message, entry.Number, entry.IsStructured));
    }

    [Theory]
    [InlineData("the answer was {\"msg\":\"no room\"}")]
    [InlineData("""{"a":1,"b":2}""")]
    [InlineData("plain words")]
    public void Other_lines_are_no_structured_ones(string line) => Assert.Null(StructuredLine.Read(new LogLine(1, line)));

    [Fact]
    public void A_field_is_found_by_the_last_part_of_its_name()
    {
        var entry = StructuredLine.Read(new LogLine(1, """{"msg":"no","err":{"address":"10.0.0.7","port":5432}}"""))!;

        Assert.Equal(("10.0.0.7", "5432", null), (entry.Field("host", "address"), entry.Field("port"), entry.Field("path")));
    }
}
