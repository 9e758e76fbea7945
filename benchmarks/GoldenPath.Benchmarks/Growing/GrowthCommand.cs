using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GoldenPath.Benchmarks.Comparing;

namespace GoldenPath.Benchmarks.Growing;

/// <summary><c>growth</c>: what more of everything costs, each size in a process of its own.</summary>
internal static class GrowthCommand
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly Argument<string[]> _only = new("WHAT")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = $"What grows: {string.Join(", ", Growth.All("").Select(growth => growth.What))}. Default: all.",
    };
    private static readonly Option<string> _root = new("--root")
    {
        Description = "The root of the checkout, whose pipeline is built.",
        DefaultValueFactory = _ => ".",
    };
    private static readonly Option<int> _runs = new("--runs") { Description = "How many runs of each size.", DefaultValueFactory = _ => 3 };
    private static readonly Option<string> _output = new("--output")
    {
        Description = "Where growth.json and growth.md go.",
        DefaultValueFactory = _ => "artifacts/benchmark",
    };

    private static readonly Option<FileInfo?> _document = new("--document")
    {
        Description = "The page whose table is written anew, such as docs/costs.md.",
    };

    public static Command Create()
    {
        var command = new Command(
            "growth",
            "Time, processor time and memory by size: users, frames, secrets, logs, results, issues, runs, services."
        )
        {
            _only,
            _root,
            _runs,
            _output,
            _document,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken)
    {
        var root = Path.GetFullPath(options.GetValue(_root)!);
        var only = options.GetValue(_only) ?? [];
        List<GrowthFigure> figures = [];
        foreach (var growth in Growth.All(root).Where(growth => only.Length == 0 || only.Contains(growth.What)))
        {
            foreach (var size in growth.Sizes)
            {
                figures.Add(await MedianAsync(growth.What, size, root, options.GetValue(_runs), cancellationToken));
                Console.Write(Line(figures[^1]));
            }
        }

        var table = Table(figures);
        await SaveAsync(options.GetValue(_output)!, figures, table, cancellationToken);
        await Document.WriteAsync(options.GetValue(_document), "growth", table, cancellationToken);
        return 0;
    }

    private static async Task<GrowthFigure> MedianAsync(string what, int size, string root, int runs, CancellationToken cancellationToken)
    {
        List<GrowthFigure> all = [];
        for (var run = 0; run < runs; run++)
        {
            var line = await Tool.RunAsync(
                Tool.Self("growth-point", what, size.ToString(CultureInfo.InvariantCulture), root),
                cancellationToken
            );
            all.Add(JsonSerializer.Deserialize<GrowthFigure>(line)!);
        }

        return all.OrderBy(figure => figure.CpuMilliseconds).ElementAt(runs / 2);
    }

    private static async Task SaveAsync(string folder, List<GrowthFigure> figures, string table, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "growth.md"), table, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "growth.json"), JsonSerializer.Serialize(figures, Indented), cancellationToken);
    }

    private static string Table(List<GrowthFigure> figures) =>
        "| what grows | size | time | CPU | peak memory |\n|---|---|---|---|---|\n" + string.Concat(figures.Select(Line));

    private static string Line(GrowthFigure figure) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {figure.What} | {figure.Size:N0} | {figure.Milliseconds:N0} ms | {figure.CpuMilliseconds:N0} ms | {figure.PeakMiB:0} MiB |\n"
        );
}
