using MisbehavingService;

// MisbehavingService COMMAND [ARGUMENT…] [+ COMMAND [ARGUMENT…]]…
// Each command does one thing; what none of them ended stays alive until it is stopped.
foreach (var words in CommandLine.Split(args))
{
    await Behaviours.RunAsync(words[0], words[1..]);
}
await Console.Out.WriteLineAsync("behaving");
await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
