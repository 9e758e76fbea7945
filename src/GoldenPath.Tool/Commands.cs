using System.CommandLine;
using GoldenPath.Pipeline;

namespace GoldenPath.Tool;

/// <summary>The commands: the targets of the pipeline, under short names and under their own.</summary>
internal static class Commands
{
    /// <summary>What a person types.</summary>
    public const string Name = "goldenpath";

    /// <summary>All of them. Without one, the whole pipeline runs.</summary>
    public static RootCommand Create()
    {
        // The name is what people type, whatever the program's file is called.
        var root = new RootCommand(
            "Starts the services of goldenpath.yml, proves that they are ready, walks the golden path, says why it broke, and leaves nothing running."
        )
        {
            Whole(),
            Stage("start", Stages.StartServices, "Start the services; they go on running."),
            Stage(
                "wait",
                Stages.WaitForPort8002,
                "Start them and wait until every one answers and is proved to be the one that was started."
            ),
            Stage("test", Stages.SmokeTests, "Start, wait, walk the scenarios and run the test commands; the services go on running."),
            Operation(
                "teardown",
                Stages.Teardown,
                "Stop what this repository started and prove that nothing is left.",
                run => run.RunAsync(Stages.Teardown)
            ),
            Doctor(),
            Triage(),
            Merge(),
            Replay(),
            Init(),
            CompletionCommand.Create(),
        };
        RunOptions.All.ForEach(root.Add);
        root.SetAction((parsed, _) => CommandRun.OfAsync(parsed, run => run.RunAllAsync()));
        return root;
    }

    private static Command Whole() =>
        Operation("smoke-test", "SmokeTest", "The whole pipeline, as without a command.", run => run.RunAllAsync());

    private static Command Stage(string name, string stage, string description) =>
        Operation(name, stage, description, run => run.RunThroughAsync(stage));

    private static Command Doctor()
    {
        var json = new Option<bool>("--json") { Description = "What was found as JSON on the standard output, and nothing else there." };
        var command = new Command("doctor", "Check what a run will need, and say what to do about each problem.") { json };
        command.Aliases.Add("Doctor");
        command.SetAction(
            (parsed, _) =>
                CommandRun.OfAsync(
                    parsed,
                    async run =>
                        await (parsed.GetValue(json) ? Console.Out.WriteLineAsync(await run.ExamineToJsonAsync()) : run.ExamineAsync())
                )
        );
        return command;
    }

    private static Command Triage()
    {
        var outbox = new Option<string?>("--outbox")
        {
            Description =
                "The downloaded outbox of a pull request's job, in a workflow_run: everything in it is checked. Default: artifacts/outbox.",
            HelpName = "PATH",
        };
        var command = new Command("triage", "Deliver what waits in artifacts/outbox and put the open issues in order.") { outbox };
        command.Aliases.Add("Triage");
        command.SetAction((parsed, _) => CommandRun.OfAsync(parsed, run => run.TriageAsync(parsed.GetValue(outbox))));
        return command;
    }

    private static Command Merge()
    {
        var runs = new Option<string?>("--runs") { Description = "The run folders of the shards, with wildcards.", HelpName = "PATTERN" };
        var command = new Command("merge", "Make one verdict, report and issue out of the run folders of several shards.") { runs };
        command.Aliases.Add("Merge");
        command.SetAction((parsed, _) => CommandRun.OfAsync(parsed, run => run.MergeAsync(parsed.GetValue(runs))));
        return command;
    }

    private static Command Replay()
    {
        var path = new Option<string?>("--run") { Description = "The run's folder. Default: the newest run's.", HelpName = "PATH" };
        var command = new Command("replay", "Diagnose a recorded run again, offline.") { path };
        command.Aliases.Add("Replay");
        command.SetAction((parsed, _) => CommandRun.OfAsync(parsed, run => run.ReplayAsync(parsed.GetValue(path))));
        return command;
    }

    private static Command Init()
    {
        var nuke = new Option<bool>("--nuke") { Description = "Write a build with Nuke too: build/, build.sh, build.cmd, .nuke/." };
        var workflow = new Option<bool>("--workflow") { Description = "Write a workflow of GitHub Actions too." };
        var command = new Command("init", "Write a goldenpath.yml for this repository from what lies in it; changes nothing that is there.")
        {
            nuke,
            workflow,
        };
        command.Aliases.Add("Init");
        command.SetAction(
            (parsed, _) =>
                CommandRun.OfAsync(parsed, run => run.InitAsync(parsed.GetValue(nuke), parsed.GetValue(workflow)), configIsNew: true)
        );
        return command;
    }

    private static Command Operation(string name, string target, string description, Func<PipelineRun, Task> operation)
    {
        var command = new Command(name, description);
        command.Aliases.Add(target);
        command.SetAction((parsed, _) => CommandRun.OfAsync(parsed, operation));
        return command;
    }
}
