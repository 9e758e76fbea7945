using System.CommandLine;

namespace GoldenPath.Benchmarks.Filing;

/// <summary>The command <c>filing</c>.</summary>
internal static class FilingCommand
{
    public static Command Create()
    {
        var root = new Option<string>("--root")
        {
            Description = "The root of the checkout, whose pipeline is built. Default: the current folder.",
            DefaultValueFactory = _ => ".",
        };
        var runs = new Option<int>("--runs")
        {
            Description = "How many counted red runs of each kind. Default: 5.",
            DefaultValueFactory = _ => 5,
        };
        var command = new Command(
            "filing",
            "What filing adds to a red run: at a quick server, and at ones that refuse, stay silent, or stall."
        )
        {
            root,
            runs,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                using var checkout = new RedCheckout(Path.GetFullPath(parsed.GetValue(root)!));
                return await new FilingBenchmark(checkout, parsed.GetValue(runs)).RunAsync(cancellationToken);
            }
        );
        return command;
    }
}
