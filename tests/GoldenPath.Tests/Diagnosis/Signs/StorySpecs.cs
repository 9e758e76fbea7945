using GoldenPath.Diagnosis.Logs;
using GoldenPath.Diagnosis.Signs;
using GoldenPath.Services;

namespace GoldenPath.Tests.Diagnosis.Signs;

/// <summary>What a log tells is ranked by what the program gave up by; what it got over, does without or says by the way counts for nothing.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class StorySpecs
{
    private const string Refused = "ERROR connect ECONNREFUSED 127.0.0.1:5432";

    [Fact]
    public void What_is_told_exactly_outranks_what_is_told_in_general() =>
        Assert.Equal(SignKind.Refused, First($"{Refused}\nERROR startup failed").Kind);

    [Fact]
    public void A_program_says_itself_what_it_ended_by() =>
        Assert.Equal(SignKind.Error, First("Error: no collector at 127.0.0.1:4317, ECONNREFUSED\nfatal: the license expired").Kind);

    [Fact]
    public void A_general_last_word_is_explained_by_what_was_logged_as_ordinary() =>
        Assert.Equal(
            SignKind.AddressInUse,
            First(
                "LOG:  could not bind IPv4 address \"127.0.0.1\": Address already in use\nFATAL:  could not create any TCP/IP sockets"
            ).Kind
        );

    [Theory]
    [InlineData("INFO connected to the database")]
    [InlineData("INFO serving orders")]
    public void What_was_got_over_ended_nothing(string later)
    {
        var story = Read($"{Refused}\n{later}");

        Assert.False(story.IsVerdict(story.Signs.First(sign => sign.Kind == SignKind.Refused)));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("exiting with code 1", true)]
    [InlineData("ERROR the database is not there, giving up", true)]
    [InlineData("    at f (a.js:1:1)", true)]
    [InlineData("INFO shutting down", true)]
    [InlineData("the licence has run out, goodbye for ever then", true)]
    [InlineData("the licence of this month has run out", false)]
    [InlineData("ERROR the ledger is out of balance", false)]
    public void Only_what_nothing_of_another_matter_follows_is_the_verdict(string later, bool isVerdict)
    {
        var story = Read($"{Refused}\n{later}");

        Assert.Equal(isVerdict, story.IsVerdict(story.Signs.First(sign => sign.Kind == SignKind.Refused)));
    }

    [Theory]
    [InlineData("WARN telemetry exporter: connect ECONNREFUSED 127.0.0.1:4317")]
    [InlineData("cache at 127.0.0.1:6379 refused: connection refused, falling back to memory")]
    [InlineData("hint: if the connection is refused, start the database at 127.0.0.1:5432")]
    public void What_is_said_by_the_way_is_not_ranked_before_an_error(string line) =>
        Assert.Equal(SignKind.DiskFull, First($"ERROR write: no space left on device\n{line}").Kind);

    [Fact]
    public void The_name_of_a_file_makes_nothing_optional() =>
        Assert.Equal(SignKind.InvalidValue, First("level=error msg=\"Error loading config (--config.file=/srv/prometheus.yml)\"").Kind);

    [Fact]
    public void What_fails_during_the_end_is_not_why() =>
        Assert.Equal(
            SignKind.DiskFull,
            First("ERROR write: no space left on device\nINFO shutting down\nERROR connect ECONNREFUSED 127.0.0.1:5432").Kind
        );

    [Fact]
    public void The_first_complaint_of_a_compiler_is_the_most_telling()
    {
        var story = Read("a.ts(1,1): error TS2322: first\nb.ts(2,2): error TS2339: second");

        Assert.Contains("first", story.MostTelling(story.Ranked[0]).Line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_sums_up_refers_to_the_one_that_names_what()
    {
        var story = Read(
            "LOG:  unrecognized configuration parameter \"shared_bufers\" in file \"a.conf\" line 3\nFATAL:  configuration file \"a.conf\" contains errors"
        );

        Assert.Equal("shared_bufers", story.MostTelling(story.Ranked[0]).Subject);
    }

    [Fact]
    public void A_line_that_begins_with_a_home_folder_is_read() =>
        Assert.Equal(SignKind.InvalidValue, First("~/sshd_config: line 1: Bad configuration option: PermitRootLogn").Kind);

    [Fact]
    public void A_question_explains_nothing() =>
        Assert.Equal(
            SignKind.AddressInUse,
            First(
                "[ERROR] Can't start server: Address already in use\n[ERROR] Do you already have another server running on port: 3306 ?"
            ).Kind
        );

    [Fact]
    public void A_success_is_no_trouble() => Assert.Empty(Read("uwsgi socket 0 bound to TCP address 127.0.0.1:8002 fd 3").Ranked);

    private static Sign First(string text) => Read(text).Ranked[0];

    private static Story Read(string text) =>
        Story.Of(LogReader.Parse(text.Split('\n').Index().Select(line => new LogLine(line.Index + 1, line.Item))), "logs/a.log");
}
