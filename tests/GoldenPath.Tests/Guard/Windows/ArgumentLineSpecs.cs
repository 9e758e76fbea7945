using GoldenPath.Guard.Windows;

namespace GoldenPath.Tests.Guard.Windows;

[Trait(Speed.Name, Speed.Quick)]
public sealed class ArgumentLineSpecs
{
    private const int Lines = 20_000;

    [Spec]
    public Task Every_argument_arrives_as_it_was_given()
    {
        for (var seed = 0; seed < Lines; seed++)
        {
            var arguments = HostileArguments.Of(seed);

            Assert.Equal(arguments, CRuntime.Arguments(ArgumentLine.Of(@"C:\Program Files\x.exe", arguments)));
        }
        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData("plain", "plain")]
    [InlineData("", "\"\"")]
    [InlineData("two words", "\"two words\"")]
    [InlineData(@"C:\folder\", @"C:\folder\")]
    [InlineData(@"C:\my folder\", "\"C:\\my folder\\\\\"")]
    [InlineData("say \"hi\"", "\"say \\\"hi\\\"\"")]
    [InlineData(@"\""", "\"\\\\\\\"\"")]
    public Task Only_what_needs_quotes_gets_them(string argument, string written)
    {
        Assert.Equal($"\"x.exe\" {written}", ArgumentLine.Of("x.exe", [argument]));
        return Task.CompletedTask;
    }
}
