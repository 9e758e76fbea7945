using System.CommandLine;
using System.Globalization;
using GoldenPath.Benchmarks.Comparing;
using GoldenPath.Benchmarks.Diagnosis;
using GoldenPath.Benchmarks.Filing;
using GoldenPath.Benchmarks.Growing;
using GoldenPath.Benchmarks.Inside;
using GoldenPath.Benchmarks.Pipeline;
using GoldenPath.Benchmarks.Readiness;
using GoldenPath.Benchmarks.Users;

// dotnet run -c Release --project benchmarks/GoldenPath.Benchmarks -- COMMAND …
return args switch
{
    ["readiness-service", var port, var boot, var unavailable] => await BenchmarkService.RunAsync(port, boot, unavailable),
    ["instant-backend"] => await InstantBackend.RunAsync(),
    ["bare-client", var port, var users] => await BareClient.RunAsync(
        int.Parse(port, CultureInfo.InvariantCulture),
        int.Parse(users, CultureInfo.InvariantCulture)
    ),
    ["growth-point", var what, var size, var root] => await GrowthPoint.RunAsync(
        Growth.All(root).First(growth => growth.What == what),
        int.Parse(size, CultureInfo.InvariantCulture)
    ),
    _ => await new RootCommand("Measures what GoldenPath costs and withstands. Figures are of this machine and of this moment.")
    {
        Pipeline(),
        Readiness(),
        FilingCommand.Create(),
        DiagnosisCommand.Create(),
        DiagnosisTime.Create(),
        UsersCommand.Create(),
        CompareCommand.Create(),
        GrowthCommand.Create(),
        PartsCommand.Create(),
    }
        .Parse(args)
        .InvokeAsync(),
};

static Command Readiness()
{
    var options = new Argument<string[]>("STARTS SECONDS")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "How many starts, and how long a wait. Default: 30 and 60.",
    };
    var command = new Command(
        "readiness",
        "Lag from \"can answer\" to \"known\" over STARTS starts, and the processor time of waiting SECONDS."
    )
    {
        options,
    };
    command.SetAction((parsed, _) => ReadinessBenchmark.RunAsync(parsed.GetValue(options) ?? []));
    return command;
}

static Command Pipeline()
{
    var root = new Option<string>("--root")
    {
        Description = "The root of the checkout. Default: the current folder.",
        DefaultValueFactory = _ => ".",
    };
    var runs = new Option<int>("--runs") { Description = "How many counted runs. Default: 5.", DefaultValueFactory = _ => 5 };
    var document = new Option<FileInfo?>("--document") { Description = "The page whose table is written anew, such as docs/costs.md." };
    var command = new Command("pipeline", "Warm start of build.sh --help, and a warm build.sh SmokeTest with how it divides.")
    {
        root,
        runs,
        document,
    };
    command.SetAction(
        (parsed, cancellationToken) =>
            new PipelineBenchmark(Path.GetFullPath(parsed.GetValue(root)!), parsed.GetValue(runs), parsed.GetValue(document)).RunAsync(
                cancellationToken
            )
    );
    return command;
}
