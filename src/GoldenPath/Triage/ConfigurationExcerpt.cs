using GoldenPath.Configuration;

namespace GoldenPath.Triage;

/// <summary>Cuts out of a goldenpath.yml what declares a service and a scenario.</summary>
internal static class ConfigurationExcerpt
{
    private const int MostLines = 40;

    public static string Read(PipelineDefinition definition, ServiceDefinition? service, ScenarioDefinition? scenario)
    {
        try
        {
            var lines = File.ReadAllLines(definition.File);
            var blocks = new[] { ("services:", service?.Line), ("scenarios:", scenario?.Line) }
                .Where(part => part.Item2 is > 0 && part.Item2 <= lines.Length)
                .Select(part => part.Item1 + "\n" + string.Join('\n', Block(lines, part.Item2!.Value - 1)));
            return string.Join('\n', blocks.Prepend("# " + Path.GetFileName(definition.File)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // A report without the configuration is better than none.
        }
    }

    /// <summary>A line and the ones that are indented deeper.</summary>
    private static IEnumerable<string> Block(string[] lines, int first)
    {
        var depth = Indentation(lines[first]);
        return lines
            .Skip(first + 1)
            .TakeWhile(line => line.Trim().Length == 0 || Indentation(line) > depth)
            .Take(MostLines)
            .Prepend(lines[first])
            .Where(line => line.Trim().Length > 0);
    }

    private static int Indentation(string line) => line.Length - line.TrimStart().Length;
}
