using GoldenPath.Configuration;
using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Redaction;
using GoldenPath.Services;

// GuardOwner FOLDER keep|hold|signals [-- NAME GRACE-MS WORD…]…
// A run to be killed: starts the services under a guard and says so, line by line. With hold it waits for a line of input and then
// stops them; with keep it leaves them and exits; with signals it starts nothing, but tells what it receives.
var folder = args[0];
if (args[1] == "signals")
{
    await SignalLog.WriteAsync();
    return;
}
await using var supervisor = await GuardedSupervisor.StartAsync(
    new SupervisorOptions
    {
        RunId = "owned",
        Checkout = folder,
        RunFolder = folder,
        LeaseDirectory = Path.Combine(folder, "leases"),
        Redactor = new Redactor(),
    },
    CancellationToken.None
);
await Console.Out.WriteLineAsync($"guarded {supervisor.LeaseId}");

// ENDPOINT LABEL VALUE: something in a container engine that the lease is to name.
if (Environment.GetEnvironmentVariable("GUARD_OWNER_RESOURCE")?.Split(' ') is [var endpoint, var label, var value])
{
    supervisor.Add(
        new LeasedResource
        {
            Kind = "run",
            Id = value,
            Labels = new Dictionary<string, string> { [label] = value },
            Engine = new EngineAddress(endpoint),
        }
    );
}

var words = args[2..];
for (var start = 1; start < words.Length; )
{
    var end = Array.IndexOf(words, "--", start) is > 0 and var next ? next : words.Length;
    var name = words[start];
    var process = await supervisor.StartAsync(
        new ProcessSpec
        {
            Name = name,
            Command = words[(start + 2)..end],
            Directory = folder,
            LogFile = Path.Combine(folder, "logs", name + ".log"),
            Stop = new StopDefinition
            {
                Grace = TimeSpan.FromMilliseconds(int.Parse(words[start + 1], System.Globalization.CultureInfo.InvariantCulture)),
            },
        },
        CancellationToken.None
    );
    await Console.Out.WriteLineAsync($"started {name} {process.Pid}");
    start = end + 1;
}

if (args[1] == "keep")
{
    await Console.Out.WriteLineAsync($"released {await supervisor.ReleaseAsync(CancellationToken.None)}");
    return;
}
await Console.Out.WriteLineAsync("holding");
await Console.In.ReadLineAsync();
var report = await supervisor.StopAllAsync(CancellationToken.None);
await Console.Out.WriteLineAsync($"stopped {report.Verified}");
