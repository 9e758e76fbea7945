using GoldenPath.Benchmarks.Readiness;

// dotnet run -c Release --project benchmarks/GoldenPath.Benchmarks -- COMMAND …
return args switch
{
    ["readiness", .. var options] => await ReadinessBenchmark.RunAsync(options),
    ["readiness-service", var port, var boot, var unavailable] => await BenchmarkService.RunAsync(port, boot, unavailable),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Commands:
          readiness [STARTS [SECONDS]]   lag from "can answer" to "known" over STARTS starts (default 30), and the processor time of waiting SECONDS (default 60)
        """);
    return 3;
}
