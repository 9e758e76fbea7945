using System.CommandLine;

namespace GoldenPath.Benchmarks.Comparing;

/// <summary><c>compare</c>: GoldenPath and public tools, in turns, in one run. A tool that is not installed is left out and named.</summary>
internal static class CompareCommand
{
    private static readonly Option<int> _runs = new("--runs") { Description = "How many runs of each.", DefaultValueFactory = _ => 5 };
    private static readonly Option<int> _users = new("--users")
    {
        Description = "How many users side by side.",
        DefaultValueFactory = _ => 1000,
    };
    private static readonly Option<string> _output = new("--output")
    {
        Description = "Where benchmark.json and benchmark.md go.",
        DefaultValueFactory = _ => "artifacts/benchmark",
    };
    private static readonly Option<string?> _npm = new("--npm")
    {
        Description = "A folder in which wait-on, start-server-and-test and artillery were installed by npm.",
    };

    private static readonly Option<FileInfo?> _document = new("--document")
    {
        Description = "The page whose table is written anew, such as docs/costs.md.",
    };

    public static Command Create()
    {
        var command = new Command(
            "compare",
            "GoldenPath beside public tools (curl, wait-on, start-server-and-test, wait-for-it, Artillery, Python's websockets) and a bare .NET client."
        )
        {
            _runs,
            _users,
            _output,
            _npm,
            _document,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken)
    {
        try
        {
            await MeasureAsync(options, cancellationToken);
            return 0;
        }
        catch (InvalidOperationException unmeasured)
        {
            await Console.Error.WriteLineAsync($"Nothing was written: {unmeasured.Message}");
            return 1;
        }
    }

    private static async Task MeasureAsync(ParseResult options, CancellationToken cancellationToken)
    {
        var sessions = await new SessionCosts(options.GetValue(_users), options.GetValue(_runs), options.GetValue(_npm)).MeasureAsync(
            cancellationToken
        );
        var waits = await new WaitLags(options.GetValue(_runs), options.GetValue(_npm)).MeasureAsync(cancellationToken);
        var comparison = new Comparison([.. sessions, .. waits]);
        await comparison.SaveAsync(options.GetValue(_output)!, cancellationToken);
        await Document.WriteAsync(options.GetValue(_document), "benchmark", comparison.Markdown, cancellationToken);
        await Console.Out.WriteLineAsync($"{comparison.Machine}\n\n{comparison.Markdown}");
    }
}
