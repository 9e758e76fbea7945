using System.Globalization;
using System.Text.Json.Nodes;
using AgentBackend.Tools;

namespace GoldenPath.Tests.AgentBackend;

[Trait(Speed.Name, Speed.Quick)]
public sealed class CalculatorSpecs
{
    [Theory]
    [InlineData("6 * 7", "42")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("2 + 3 * 4 - 5", "9")]
    [InlineData("(2 + 3) * (4 - 5)", "-5")]
    [InlineData("100 / 8 / 2", "6.25")]
    [InlineData("10 % 4", "2")]
    [InlineData("2 ^ 3 ^ 2", "512")]
    [InlineData("-2 ^ 2", "-4")]
    [InlineData("2 ^ -2", "0.25")]
    [InlineData("2 ** 10", "1024")]
    [InlineData("--5", "5")]
    [InlineData("7 × 6 ÷ 2 − 1", "20")]
    [InlineData("7 plus 5 minus 2 times 3", "6")]
    [InlineData("9 divided by 3", "3")]
    [InlineData("3 to the power of 4", "81")]
    [InlineData("sqrt(16) + abs(-3)", "7")]
    [InlineData("max(1, 2 + 3, 4) - min(7, 8)", "-2")]
    [InlineData("round(2.345, 2) + round(0.5) + floor(1.9) + ceil(1.1)", "6.35")]
    [InlineData("2 * pi", "6.2831853071795864769252867666")]
    [InlineData("9 ^ 0.5", "3")]
    public void An_expression_has_its_value(string expression, string value) =>
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), Expression.Evaluate(expression));

    [Theory]
    [InlineData("", "ends where a number was expected")]
    [InlineData("6 *", "ends where a number was expected")]
    [InlineData("* 6", "'*' stands at position 0")]
    [InlineData("(1 + 2", "a ')' is missing")]
    [InlineData("1 + 2)", "')' was not expected after position 5")]
    [InlineData("1 2", "'2' was not expected")]
    [InlineData("1 / 0", "division by zero")]
    [InlineData("1 % 0", "division by zero")]
    [InlineData("0 ^ -1", "division by zero")]
    [InlineData("sqrt(-1)", "not a real number")]
    [InlineData("sqrt(1, 2)", "does not take 2 such arguments")]
    [InlineData("round(1, -1)", "does not take 2 such arguments")]
    [InlineData("9 ^ 99", "too large")]
    [InlineData("2 ^ 100000", "beyond 1000")]
    [InlineData("99999999999999999999999999999 + 1", "where a number was expected")]
    public void An_expression_without_a_value_says_why(string expression, string why) =>
        Assert.Contains(why, Assert.Throws<ToolException>(() => Expression.Evaluate(expression)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("What is 6 * 7?", "6 * 7")]
    [InlineData("How much is 17 times (3 + 4), please?", "17 times (3 + 4)")]
    [InlineData("Is sqrt(2) larger than 1?", "sqrt(2)")]
    [InlineData("First 1 + 1, then tell me 2 + 2.", "1 + 1|2 + 2")]
    [InlineData("What is 1 + 1 and what is 2 + 2?", "1 + 1|2 + 2")]
    [InlineData("What is 6 * ?", "6 *")]
    [InlineData("What about -5 + 3?", "-5 + 3")]
    [InlineData("I asked 3 times in 1843.", "")]
    [InlineData("Version v2 of the 3rd id 7f3a-12b", "")]
    [InlineData("It was in 1843 - a long time ago", "")]
    [InlineData("Nothing to calculate (really) here", "")]
    public void The_arithmetic_in_a_text_is_found(string text, string expressions) =>
        Assert.Equal(expressions, string.Join('|', new Calculator().Propose(text).Select(call => (string?)call.Parameters["expression"])));

    [Fact]
    public void Parameters_that_make_no_sense_are_a_tool_failure() =>
        Assert.Throws<ToolException>(() => new Calculator().Execute(new JsonObject()));
}
