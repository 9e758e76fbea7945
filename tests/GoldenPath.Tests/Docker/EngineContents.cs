using System.Text.RegularExpressions;
using GoldenPath.Guard.Engine;
using GoldenPath.Guard.Leases;
using GoldenPath.Tests.Pipeline;

namespace GoldenPath.Tests.Docker;

/// <summary>What a run has in its engine, and in its folder about it.</summary>
internal static partial class EngineContents
{
    /// <summary>Everything that carries a run's label, or its Compose projects'.</summary>
    public static async Task<IReadOnlyList<string>> OfRunAsync(EngineFixture engine, string run, string service = "backend")
    {
        using var client = new EngineClient(new EngineAddress(engine.Address.ToString()));
        var own = await client.FindAsync("io.goldenpath.run", run, CancellationToken.None);
        var composed = await client.FindAsync("com.docker.compose.project", $"goldenpath-{run}-{service}", CancellationToken.None);
        return [.. own.Concat(composed).Select(what => what.ToString())];
    }

    /// <summary>Asserts that every line that the diagnosis cites is in the run folder, word for word.</summary>
    public static void CitesWhatIsThere(PipelineFolder folder)
    {
        var cited = folder.Result["diagnosis"]!["chain"]!.AsArray().SelectMany(why => why!["evidence"]!.AsArray()).ToList();
        Assert.NotEmpty(cited);
        foreach (var evidence in cited)
        {
            var source = (string)evidence!["source"]!;
            if (Line().Match(source) is { Success: true } match)
            {
                var lines = folder.Read($"artifacts/golden-path/latest/{match.Groups["file"].Value}").Split('\n');
                Assert.Contains(
                    (string)evidence["text"]!,
                    lines[int.Parse(match.Groups["line"].Value, System.Globalization.CultureInfo.InvariantCulture) - 1],
                    StringComparison.Ordinal
                );
            }
            else
            {
                Assert.True(folder.Has($"artifacts/golden-path/latest/{source}"), $"There is no {source}.");
            }
        }
    }

    [GeneratedRegex("^(?<file>.+):(?<line>[0-9]+)$")]
    private static partial Regex Line();
}
