using GoldenPath.Nuke.CommandLine;
using Nuke.Common;

namespace GoldenPath.Nuke;

/// <summary>Checks what a run will need.</summary>
public interface IDoctor : IGoldenPath
{
    /// <summary>Tells it for programs.</summary>
    [Parameter("What Doctor finds as JSON on the standard output, and nothing else there")]
    bool Json => TryGetValue<bool?>(() => Json) ?? false;

    /// <summary>Checks the file, ports, leases, disk and token, and says what to do about each problem.</summary>
    Target Doctor =>
        _ =>
            _.Stage(this, "Checks what a run will need, and says what to do about each problem")
                .Executes(() =>
                    this.RunAsync(async run =>
                        await (Json ? Console.Out.WriteLineAsync(await run.ExamineToJsonAsync()) : run.ExamineAsync())
                    )
                );
}
