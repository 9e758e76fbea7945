using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace GoldenPath.Benchmarks.Comparing;

/// <summary>The figures of one comparison, for programs and for people.</summary>
internal sealed record Comparison(IReadOnlyList<Row> Rows)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string Machine { get; } =
        $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}";

    public string Markdown
    {
        get
        {
            var text = new StringBuilder("| what | who | median | fastest | slowest |\n|---|---|---|---|---|\n");
            foreach (var row in Rows)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {row.What} | {row.Who} | {row.Median:0.00} {row.Unit} | {row.Values.Min():0.00} | {row.Values.Max():0.00} |\n"
                );
            }
            return text.ToString();
        }
    }

    /// <summary>Writes <c>benchmark.json</c> and <c>benchmark.md</c>.</summary>
    public async Task SaveAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "benchmark.json"), JsonSerializer.Serialize(this, Indented), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "benchmark.md"), $"{Machine}\n\n{Markdown}", cancellationToken);
    }
}
