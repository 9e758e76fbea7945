namespace GoldenPath.Tests.StandIns;

public sealed class ParameterSpecs : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Spec]
    public async Task Without_any_value_the_initializers_count()
    {
        Assert.Equal("guest=nobody times=1 loud=False perhaps=null mood=Calm nick=none", (await ShowAsync())[0]);
        Assert.Equal("friends= numbers= token=null", (await ShowAsync())[1]);
    }

    [Spec]
    public async Task The_command_line_beats_the_environment_and_that_the_profiles_and_those_the_common_file()
    {
        _engine.WithFile(".nuke/parameters.json", """{ "Guest": "file", "Times": 2, "Mood": "Cheerful", "NickName": "file" }""");
        _engine.WithFile(".nuke/parameters.one.json", """{ "Guest": "one", "Times": 3, "NickName": "one" }""");
        _engine.WithFile(".nuke/parameters.two.json", """{ "Guest": "two", "Times": 4 }""");
        _engine.With("GUEST", "environment").With("TIMES", "5");

        var shown = await ShowAsync("--profile", "one", "two", "--guest", "line");

        Assert.Equal("guest=line times=5 loud=False perhaps=null mood=Cheerful nick=one", shown[0]);
    }

    [Spec]
    public async Task Of_several_profiles_the_last_one_counts()
    {
        _engine.WithFile(".nuke/parameters.one.json", """{ "Guest": "one" }""");
        _engine.WithFile(".nuke/parameters.two.json", """{ "Guest": "two" }""");

        Assert.StartsWith("guest=two ", (await ShowAsync("--profile", "one", "two"))[0], StringComparison.Ordinal);
    }

    [TableSpec]
    [InlineData("--guest", "Ann")]
    [InlineData("--GUEST", "Ann")]
    [InlineData("-g-u-e-s-t", "Ann")]
    [InlineData("--guest", "Eve", "--guest", "Ann")]
    public async Task Names_on_the_command_line_ignore_case_and_dashes_and_the_last_one_wins(params string[] arguments) =>
        Assert.StartsWith("guest=Ann ", (await ShowAsync(arguments))[0], StringComparison.Ordinal);

    [TableSpec]
    [InlineData("NickName")]
    [InlineData("NICK_NAME")]
    [InlineData("nick.name")]
    [InlineData("NUKE_NICK_NAME")]
    [InlineData("NUKE_NICKNAME")]
    public async Task Names_in_the_environment_ignore_case_and_punctuation_with_or_without_NUKE(string name) =>
        Assert.EndsWith("nick=Bo", (await _engine.With(name, "Bo").RunAsync("Show")).Told[0], StringComparison.Ordinal);

    [Spec]
    public async Task Two_variables_for_one_parameter_are_none()
    {
        var run = await _engine.With("NICK_NAME", "Bo").With("NUKE_NICK_NAME", "Jo").RunAsync("Show");

        Assert.Contains("Could not resolve NickName since multiple values are provided", run.Output, StringComparison.Ordinal);
        Assert.Contains(run.Trace, x => x.EndsWith("nick=none", StringComparison.Ordinal));
    }

    [TableSpec]
    [InlineData("TARGET", "Early+Late", "Early Late")]
    [InlineData("skip", "Greet", "")]
    [InlineData("HELP", "true", "")]
    [InlineData("NUKE_PLAN", "true", "")]
    public async Task Bare_variables_of_the_environment_are_parameters_of_the_engine_too(string name, string value, string ran) =>
        Assert.Equal(ran, (await _engine.With(name, value).RunAsync()).Ran);

    [Spec]
    public async Task Keys_of_parameter_files_are_case_sensitive()
    {
        _engine.WithFile(".nuke/parameters.json", """{ "guest": "lower", "Times": "6" }""");

        Assert.StartsWith("guest=nobody times=6 ", (await ShowAsync())[0], StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_bad_value_is_a_warning_and_the_default_counts()
    {
        var run = await _engine.RunAsync("Show", "--times", "many");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("[WRN] Could not inject value for SampleBuild.Times", run.Output, StringComparison.Ordinal);
        Assert.Contains(run.Trace, x => x.StartsWith("guest=nobody times=1 ", StringComparison.Ordinal));
    }

    [Spec]
    public async Task Unknown_options_are_ignored()
    {
        var run = await _engine.RunAsync("Show", "--no-such-thing", "value");

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("such", run.Output, StringComparison.OrdinalIgnoreCase);
    }

    [TableSpec]
    [InlineData("loud=True perhaps=null", "--loud")]
    [InlineData("loud=False perhaps=True", "--perhaps")]
    [InlineData("loud=True perhaps=False", "--loud", "true", "--perhaps", "false")]
    public async Task Flags_may_have_a_value_or_stand_alone(string shown, params string[] arguments) =>
        Assert.Contains(shown, (await ShowAsync(arguments))[0], StringComparison.Ordinal);

    [Spec]
    public async Task A_flag_swallows_the_next_word()
    {
        var run = await _engine.RunAsync("--loud", "Show");

        Assert.Equal("Greet", run.Ran);
    }

    [Spec]
    public async Task Words_enums_and_lists_are_converted()
    {
        var shown = await ShowAsync("--mood", "cheerful", "--friends", "Ann", "Bo", "--numbers", "1,2,3");

        Assert.Contains("mood=Cheerful", shown[0], StringComparison.Ordinal);
        Assert.StartsWith("friends=Ann|Bo numbers=1|2|3 ", shown[1], StringComparison.Ordinal);
    }

    [Spec]
    public async Task Lists_in_parameter_files_are_arrays()
    {
        _engine.WithFile(".nuke/parameters.json", """{ "Friends": ["Ann", "Bo"], "Numbers": [4, 5], "Loud": true }""");

        var shown = await ShowAsync();

        Assert.Contains("loud=True", shown[0], StringComparison.Ordinal);
        Assert.StartsWith("friends=Ann|Bo numbers=4|5 ", shown[1], StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_secret_comes_from_the_environment_or_the_command_line()
    {
        Assert.EndsWith("token=abc", (await ShowAsync("--github-token", "abc"))[1], StringComparison.Ordinal);
        _engine.With("GITHUB_TOKEN", "def");
        Assert.EndsWith("token=def", (await ShowAsync())[1], StringComparison.Ordinal);
    }

    [Spec]
    public async Task The_root_is_the_nearest_folder_upwards_that_holds_a_nuke_folder_unless_it_is_named()
    {
        using var other = new Engine();

        Assert.Contains($"root={_engine.Root} ", (await _engine.RunAsync("Tell")).Output, StringComparison.Ordinal);
        Assert.Contains($"root={other.Root} ", (await _engine.RunAsync("Tell", "--root", other.Root)).Output, StringComparison.Ordinal);
    }

    private async Task<string[]> ShowAsync(params string[] arguments)
    {
        var run = await _engine.RunAsync(["Show", .. arguments]);
        Assert.Equal(0, run.ExitCode);
        return [.. run.Told];
    }
}
