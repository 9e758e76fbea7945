namespace GoldenPath.Tests.Pipeline;

/// <summary>A command that cannot be meant is told in one line, and nothing is started for it.</summary>
public sealed class CommandLineSpecs
{
    [TableSpec]
    [InlineData("There is no option '--tmeout'. Did you mean '--timeout'?", "SmokeTest", "--tmeout", "5m")]
    [InlineData("There is no option '-x'. ", "-x")]
    [InlineData("There is no option '--doctor', but a target, which has no dashes: ./build.sh doctor", "--doctor")]
    [InlineData("'--port' is followed by its value as a word of its own: ", "--port=8002")]
    [InlineData("'--port' needs a value: the port of the first service that has one", "SmokeTest", "--port")]
    [InlineData("'--port' needs a value: ", "--port", "", "--keep")]
    [InlineData("'--port' cannot take '-5': ", "--port", "-5")]
    [InlineData("--port abc: a port is a number from 0 to 65535", "--port", "abc")]
    [InlineData("--port 70000: a port is a number from 0 to 65535", "--port", "70000")]
    [InlineData("'--port' takes one value. Targets come before options: ./build.sh SmokeTest --port 80", "--port", "80", "SmokeTest")]
    [InlineData("--timeout 5parsecs: a duration is a number with a unit", "--timeout", "5parsecs")]
    [InlineData("--timeout 0s: ", "--timeout", "0s")]
    [InlineData("--repository nonsense: a repository is owner/name", "--repository", "nonsense")]
    [InlineData("--github-api ftp://x: an address starts with https://", "--github-api", "ftp://x")]
    [InlineData("--config nowhere.yml: there is no such file", "Doctor", "--config", "nowhere.yml")]
    [InlineData("--run nowhere: there is no such folder", "Replay", "--run", "nowhere")]
    [InlineData("'--run' needs a value: the folder of a recorded run", "Replay", "--run")]
    [InlineData("There is no target 'SmokTest'. Did you mean 'SmokeTest'?", "SmokTest")]
    [InlineData("There is no target 'Gret'. Did you mean 'Greet'?", "Doctor+Gret")]
    [InlineData("There is no target 'port', but an option: --port", "port", "80")]
    [InlineData("There is no target 'a b'. ", "a\nb")]
    [InlineData("An empty word is no target", "")]
    [InlineData("There is no target 'Smoke'. ", "--skip", "Smoke")]
    [InlineData("'--keep' means yes by itself, and takes at most true or false. Targets come before options: ", "--keep", "Doctor")]
    [InlineData("'--keep' means yes by itself, and takes at most true or false, not 'maybe'.", "--keep", "maybe")]
    [InlineData("--no-issue and --file-issue say the opposite of each other", "--no-issue", "--file-issue")]
    [InlineData("'--verbosity' takes Verbose, Normal, Minimal, Quiet, not 'loud'.", "--verbosity", "loud")]
    [InlineData("'--host' takes ", "--host", "nowhere")]
    [InlineData("'--root' takes a folder", "--root", "/nowhere/at/all")]
    [InlineData("'--profile mine' is the file ", "--profile", "mine")]
    public async Task A_mistake_is_one_line_and_nothing_is_started(string line, params string[] arguments)
    {
        using var folder = new PipelineFolder(Configurations.Backend());

        AssertOneLine(folder, line, await folder.RunAsync(arguments));
    }

    [TableSpec]
    [InlineData("There is no option '--tmeout'. Did you mean '--timeout'?", "SmokeTest", "--tmeout", "5m")]
    [InlineData("There is no target 'SmokTest'. Did you mean 'SmokeTest'?", "SmokTest")]
    [InlineData("--port abc: ", "--port", "abc")]
    public async Task A_build_that_has_another_base_class_tells_it_too(string line, params string[] arguments)
    {
        using var folder = new PipelineFolder(Configurations.Backend())
        {
            Environment = { ["OTHER_TEAM_BUILD"] = "plain", ["NUKE_VERBOSITY"] = null },
        };

        AssertOneLine(folder, line, await folder.RunAsync(arguments));
    }

    [Spec]
    public async Task No_secret_is_repeated()
    {
        using var folder = new PipelineFolder();

        (await folder.RunAsync("--github-token", "first-secret", "second-secret")).Exits(3).SaysNothingOf("secret");
        (await folder.RunAsync("--github-tokn=hush-hush")).Exits(3).Says("Did you mean '--github-token'?").SaysNothingOf("hush");
    }

    [TableSpec]
    [InlineData("greet", "--name", "Ada")]
    [InlineData("Greet", "-Name", "Ada")]
    [InlineData("--target", "Greet", "--name", "Ada", "--verbosity", "verbose", "--host", "terminal", "--no-logo", "--keep", "true")]
    [InlineData("Greet+Greet", "--name", "Ada", "--skip", "--root", ".", "--dryRun", "--FILE-ISSUE", "false", "--no-issue")]
    public async Task What_the_build_and_the_engine_know_is_taken_in_every_spelling(params string[] arguments)
    {
        using var folder = new PipelineFolder();

        (await folder.RunAsync(arguments)).Exits(0).Says("Hello, Ada.");
    }

    [TableSpec]
    [InlineData("-h")]
    [InlineData("--help")]
    public async Task Help_is_for_commands_that_can_be_meant(string help)
    {
        using var folder = new PipelineFolder();

        (await folder.RunAsync("SmokTest", help)).Exits(3).Says("Did you mean");
        (await folder.RunAsync(help, "--keep")).Exits(0).Says("--timeout").Says("WaitForPort8002");
    }

    [Spec]
    public async Task The_version_is_told_where_no_build_is()
    {
        using var folder = new PipelineFolder();
        Directory.Delete(Path.Combine(folder.Path, ".nuke"));

        Assert.Matches(@"\AGoldenPath \d+\.\d+\.\d+\S*\s+\z", (await folder.RunAsync("--version")).Exits(0).Text);
        Assert.StartsWith("There is no '.nuke' folder in ", (await folder.RunAsync("Doctor")).Exits(3).Text, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_value_of_the_environment_that_cannot_be_read_starts_nothing_either()
    {
        using var folder = new PipelineFolder(Configurations.Backend()) { Environment = { ["NUKE_PORT"] = "eighty" } };

        (await folder.RunAsync("SmokeTest")).Exits(3).Says("--port eighty: ").SaysNothingOf("   at ");
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "artifacts")));
    }

    private static void AssertOneLine(PipelineFolder folder, string line, CommandOutput ended)
    {
        Assert.Contains(
            line,
            Assert.Single(ended.Exits(3).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
        Assert.False(folder.Has(".nuke/build.schema.json"));
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "artifacts")));
    }
}
