using GoldenPath.Tests.Pipeline;

namespace GoldenPath.Tests.Tool;

/// <summary>A mistake on the command line is one line with what to write instead; nothing is begun.</summary>
public sealed class ToolUsageSpecs
{
    [TableSpec]
    [InlineData("There is no command 'tset'. Did you mean 'test'?", "tset")]
    [InlineData("There is no command 'StartService'. Did you mean 'StartServices'?", "StartService")]
    [InlineData("There is no command 'xyz'. Known here: smoke-test, start, wait", "xyz")]
    [InlineData("There is no option '--prot'. Did you mean '--port'?", "--prot", "8")]
    [InlineData("There is no option '--kep'. Did you mean '--keep'?", "start", "--kep")]
    [InlineData("There is no option '--rnu'. Did you mean '--run'?", "replay", "--rnu=x")]
    [InlineData("'--port' needs a value: --port N.", "--port")]
    [InlineData("'--port' needs a value: --port N.", "--port", "--keep")]
    [InlineData("'--config' needs a value: --config PATH.", "--config", "")]
    [InlineData("'--config' needs a value: --config PATH.", "--config", "--kepe")]
    [InlineData("'--keep=maybe': --keep stands alone and takes no value.", "--keep=maybe")]
    [InlineData("Option '--port' expects a single argument but 2 were provided.", "--port", "1", "--port", "2")]
    [InlineData("'doctor' takes no 'port'. 'goldenpath doctor --help' lists what it takes.", "doctor", "port")]
    [InlineData("--port 70000: a port is a number from 0 to 65535", "--port", "70000")]
    [InlineData("--timeout soon: a duration is a number with a unit", "--timeout", "soon")]
    [InlineData("--repository here: a repository is owner/name", "--repository", "here")]
    [InlineData("There is no shell 'bsh' here. Did you mean 'bash'?", "completion", "bsh")]
    public async Task A_mistake_is_one_line(string expected, params string[] arguments)
    {
        using var folder = new PipelineFolder(Configurations.Backend()) { Program = Programs.Tool };

        var ended = (await folder.RunAsync(arguments)).Exits(3);

        Assert.StartsWith(expected, ended.Text.TrimStart(), StringComparison.Ordinal);
        Assert.Single(ended.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "artifacts")));
    }

    [Spec]
    public async Task Help_lists_every_target_by_its_own_name_too()
    {
        using var folder = new PipelineFolder { Program = Programs.Tool };

        var help = (await folder.RunAsync("--help")).Exits(0);

        Assert.All([.. Stages.Proving, Stages.Teardown, "SmokeTest", "Doctor", "Triage", "Replay"], target => help.Says(target));
    }

    [TableSpec]
    [InlineData("goldenpath st", "start")]
    [InlineData("goldenpath start --", "--port", "--config")]
    [InlineData("goldenpath completion ", "bash", "fish")]
    public async Task A_shell_completes_what_was_begun(string line, params string[] expected)
    {
        using var folder = new PipelineFolder { Program = Programs.Tool };

        // The lines of 'completion bash', with the program of this build under the name that people type.
        var script = $$"""
            goldenpath() { dotnet '{{Programs.Tool}}' "$@"; }
            source <(goldenpath completion bash)
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_WORDS=({{line}}{{(line.EndsWith(' ') ? "''" : "")}})
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) && _goldenpath && printf '%s\n' "${COMPREPLY[@]}"
            """;
        var start = new System.Diagnostics.ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true };
        using var shell = System.Diagnostics.Process.Start(start)!;
        var found = (await shell.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.All(expected, word => Assert.Contains(word, found));
        Assert.All(found, word => Assert.Contains(line.Split(' ')[^1], word, StringComparison.Ordinal));
    }
}
