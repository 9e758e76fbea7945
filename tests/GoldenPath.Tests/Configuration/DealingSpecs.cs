using GoldenPath.Configuration;

namespace GoldenPath.Tests.Configuration;

[Trait(Speed.Name, Speed.Quick)]
public sealed class DealingSpecs
{
    [TableSpec]
    [InlineData(4000, 0, 4)]
    [InlineData(7, 5, 3)]
    [InlineData(1, 1, 2)]
    [InlineData(2, 9, 11)]
    public Task Every_user_and_command_goes_to_exactly_one_shard_and_no_shard_has_more_than_one_more_than_another(
        int users,
        int commands,
        int count
    )
    {
        var dealt = Enumerable.Range(1, count).Select(number => new Dealing(Whole(users, commands), new(number, count)).Deal()!).ToList();

        Assert.Equal(Enumerable.Range(1, users), dealt.SelectMany(Users));
        Assert.Equal(
            Enumerable.Range(1, commands),
            dealt.SelectMany(part => part.Smoke.OfType<CommandStep>()).Select(step => step.Line).Order()
        );
        var loads = dealt.Select(part => Users(part).Count() + part.Smoke.OfType<CommandStep>().Count()).ToList();
        Assert.InRange(loads.Max() - loads.Min(), 0, 1);
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_shard_for_which_nothing_is_left_is_told_how_many_would_do()
    {
        var dealing = new Dealing(Whole(2, 1), new(4, 4));
        Assert.Null(dealing.Deal());
        Assert.Equal(
            "--shard 4/4: there are only 3 users and test commands to deal out, so this shard would prove nothing; use 3 shards or fewer.",
            dealing.Nothing
        );
        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData("3/4", true)]
    [InlineData("1/1", true)]
    [InlineData("256/256", true)]
    [InlineData("0/4", false)]
    [InlineData("5/4", false)]
    [InlineData("1/257", false)]
    [InlineData("-1/4", false)]
    [InlineData("1", false)]
    [InlineData("1/2/3", false)]
    [InlineData(" 1/2", false)]
    [InlineData("a/b", false)]
    public Task A_shard_is_written_as_the_number_of_how_many(string text, bool isOne)
    {
        Assert.Equal(isOne, Shard.TryParse(text, out var shard));
        Assert.Equal(isOne ? text : null, shard?.ToString());
        return Task.CompletedTask;
    }

    private static IEnumerable<int> Users(PipelineDefinition part) =>
        part
            .Smoke.OfType<ScenarioStep>()
            .Select(step => part.Scenarios.Single(scenario => scenario.Name == step.Scenario))
            .SelectMany(scenario => Enumerable.Range(scenario.FirstUser, scenario.Users));

    private static PipelineDefinition Whole(int users, int commands) =>
        new()
        {
            File = "/checkout/goldenpath.yml",
            Name = "whole",
            Services = [],
            Issues = new(),
            Scenarios =
            [
                new()
                {
                    Name = "path",
                    Connect = new("ws://localhost/ws", TokenCarrier.None),
                    Users = users,
                },
            ],
            Smoke =
            [
                new ScenarioStep("path"),
                .. Enumerable
                    .Range(1, commands)
                    .Select(line => new CommandStep
                    {
                        Command = ["true"],
                        Results = "x",
                        Directory = "/",
                        Line = line,
                    }),
            ],
        };
}
