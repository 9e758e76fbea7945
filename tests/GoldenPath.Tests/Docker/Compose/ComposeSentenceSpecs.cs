using GoldenPath.Docker.Compose;
using GoldenPath.Services;

namespace GoldenPath.Tests.Docker.Compose;

/// <summary>What is told of Compose's output: its own sentence about the trouble.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class ComposeSentenceSpecs
{
    public static TheoryData<string, string> Outputs =>
        new()
        {
            {
                """
                    The Compose file './compose.yml' is invalid because:
                    'name' does not match any of the regexes: '^x-'

                    You might be seeing this error because you're using the wrong Compose file version. Either specify a supported version (e.g "2.2" or "3.3").
                    For more on the Compose file format versions, see https://docs.docker.com/compose/compose-file/
                    """,
                "The Compose file './compose.yml' is invalid because: 'name' does not match any of the regexes: '^x-'"
            },
            {
                "unknown flag: --nonsense\n\nUsage:  docker compose [OPTIONS] COMMAND\n\nRun 'docker compose --help' for more information",
                "unknown flag: --nonsense"
            },
            {
                "unknown docker command: \"compose nonsense\"\nSee 'docker compose --help'.",
                "unknown docker command: \"compose nonsense\""
            },
            {
                "Define and run multi-container applications with Docker.\n\nUsage:\n  docker-compose [-f <arg>...] [options]\n\nOptions:\n  -f, --file FILE  Specify\n  unpause            Unpause services",
                "Define and run multi-container applications with Docker."
            },
            {
                "validating /x/compose.yml: services.web additional properties 'foo' not allowed",
                "validating /x/compose.yml: services.web additional properties 'foo' not allowed"
            },
            { "yaml: line 2: did not find expected ',' or '}'", "yaml: line 2: did not find expected ',' or '}'" },
            {
                " Container x-web-1  Creating\n Container x-web-1  Created\nError response from daemon: driver failed\n\n",
                "Error response from daemon: driver failed"
            },
            {
                "Creating x_web_1 ... error\n\nERROR: for web  Cannot create container for service web: No command specified\nEncountered errors while bringing up the project.",
                "ERROR: for web  Cannot create container for service web: No command specified"
            },
        };

    [Theory]
    [MemberData(nameof(Outputs))]
    public void It_is_the_sentence_and_no_line_of_the_help(string output, string sentence) =>
        Assert.Equal(sentence, ComposeSentence.Of(Lines(output)));

    [Fact]
    public void It_is_nothing_where_nothing_was_said() => Assert.Null(ComposeSentence.Of(Lines("\n \n")));

    [Theory]
    [InlineData("'name' does not match any of the regexes: '^x-'", true)]
    [InlineData("services.web.depends_on contains unsupported option: 'required'", true)]
    [InlineData("services.web.env_file contains {\"path\": \"a.env\"}, which is an invalid type, it should be a string", true)]
    [InlineData("Unsupported config option for services.web: 'foo'", false)]
    [InlineData("services.web.ports contains an invalid type, it should be a number, or an object", false)]
    public void What_only_a_newer_Compose_reads_is_known(string reason, bool isNewer) =>
        Assert.Equal(isNewer, ComposeSentence.ConcernsNewerFile($"The Compose file './compose.yml' is invalid because: {reason}"));

    private static List<LogLine> Lines(string output) => [.. output.Split('\n').Select((text, index) => new LogLine(index + 1, text))];
}
