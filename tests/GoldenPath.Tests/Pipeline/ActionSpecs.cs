using System.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace GoldenPath.Tests.Pipeline;

/// <summary>The scripts of the composite action, run as its steps run them.</summary>
public sealed class ActionSpecs : IDisposable
{
    private const string All = "product, environment, configuration, inconclusive";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TableSpec]
    [InlineData("passed", "0", "success", All, 0)]
    [InlineData("product", "1", "failure", All, 1)]
    [InlineData("environment", "2", "failure", All, 2)]
    [InlineData("configuration", "3", "failure", All, 3)]
    [InlineData("inconclusive", "4", "failure", All, 4)]
    [InlineData("environment", "2", "failure", "product", 0)]
    [InlineData("product", "1", "failure", "never", 0)]
    [InlineData("product", "1", "failure", "", 0)]
    [InlineData("cancelled", "130", "cancelled", "never", 1)]
    [InlineData("", "", "failure", "never", 1)]
    [InlineData("passed", "0", "failure", "never", 1)]
    [InlineData("product", "1", "failure", "prodct", 3)]
    public async Task The_verdicts_that_are_named_fail_the_job_and_what_is_no_verdict_always_does(
        string verdict,
        string code,
        string outcome,
        string failOn,
        int exit
    )
    {
        var ended = await RunAsync(
            "Judge",
            new()
            {
                ["VERDICT"] = verdict,
                ["CODE"] = code,
                ["OUTCOME"] = outcome,
                ["FAIL_ON"] = failOn,
            }
        );
        Assert.True(exit == ended.ExitCode, ended.Text);
    }

    [TableSpec]
    [InlineData("", "", "smoke-test --config a b.yml")]
    [InlineData("3/4", "", "smoke-test --shard 3/4 --config a b.yml")]
    [InlineData("", "shards/**/run.json", "merge --runs shards/**/run.json --config a b.yml")]
    public async Task The_tool_takes_the_place_of_the_shell_and_gets_each_input_as_one_word(string shard, string runs, string command)
    {
        var tool = _folder.Write("goldenpath/goldenpath", "#!/usr/bin/env bash", "printf '%s\\n' \"$#:$*\" \"pid $$\"", "exit 2");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        }

        var ended = await RunAsync(
            "Walk the golden path",
            new()
            {
                ["RUNNER_TEMP"] = _folder.Path,
                ["CONFIG"] = "a b.yml",
                ["SHARD"] = shard,
                ["RUNS"] = runs,
            }
        );

        Assert.Equal(2, ended.ExitCode);
        var words = (shard.Length > 0 ? 5 : 3) + (runs.Length > 0 ? 2 : 0);
        Assert.StartsWith($"{words}:{command}\n", ended.Text, StringComparison.Ordinal);
        Assert.Contains($"pid {ended.Pid}\n", ended.Text, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Text, int Pid)> RunAsync(string step, Dictionary<string, string> environment)
    {
        var script = _folder.Write("script", await ScriptAsync(step));
        // As the runner starts it: shell: bash.
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-eo", "pipefail", script])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = _folder.Path,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var bash = Process.Start(start)!;
        var text = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        return (bash.ExitCode, text, bash.Id);
    }

    private static async Task<string> ScriptAsync(string step)
    {
        using var text = new StringReader(await File.ReadAllTextAsync(Repository.File("action.yml")));
        var yaml = new YamlStream();
        yaml.Load(text);
        var steps = ((YamlSequenceNode)yaml.Documents[0].RootNode["runs"]["steps"]).Cast<YamlMappingNode>();
        return steps.Single(node => node["name"].ToString() == step)["run"].ToString();
    }
}
