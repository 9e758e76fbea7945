using System.Globalization;

namespace GoldenPath.Configuration;

/// <summary>Deals the users of scenarios and the test commands out to shards, as evenly as they go: one after the other, in the order of the file.</summary>
/// <remarks>Users keep the numbers that they have in the whole run, so each logs in and is named as there.</remarks>
/// <param name="whole">What the file declares.</param>
/// <param name="shard">The shard that is dealt to.</param>
internal sealed class Dealing(PipelineDefinition whole, Shard shard)
{
    private int _dealt;

    /// <summary>What the shard does; <c>null</c> where nothing is left for it.</summary>
    public PipelineDefinition? Deal()
    {
        var scenarios = whole.Scenarios.ToDictionary(scenario => scenario.Name, StringComparer.Ordinal);
        List<SmokeStep> steps = [];
        foreach (var step in whole.Smoke)
        {
            var (mine, before) = Take(step is ScenarioStep declared ? scenarios[declared.Scenario].Users : 1);
            if (step is ScenarioStep walked && mine > 0)
            {
                scenarios[walked.Scenario] = scenarios[walked.Scenario] with { Users = mine, FirstUser = before + 1 };
            }

            steps.AddRange(mine > 0 ? [step] : []);
        }

        return steps.Count == 0
            ? null
            : whole with
            {
                Smoke = steps,
                Scenarios = [.. whole.Scenarios.Select(scenario => scenarios[scenario.Name])],
            };
    }

    /// <summary>Why nothing is left, in words.</summary>
    public string Nothing =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"--shard {shard}: there are only {_dealt} users and test commands to deal out, so this shard would prove nothing; use {_dealt} shards or fewer."
        );

    // How many of the next ones are the shard's, and how many of them the shards before it have.
    private (int Mine, int Before) Take(int count)
    {
        var first = _dealt;
        _dealt += count;
        return (Of(shard.Number), Enumerable.Range(1, shard.Number - 1).Sum(Of));

        int Of(int number) => Upto(_dealt, number) - Upto(first, number);
        int Upto(int end, int number) => (end + shard.Count - number) / shard.Count;
    }
}
