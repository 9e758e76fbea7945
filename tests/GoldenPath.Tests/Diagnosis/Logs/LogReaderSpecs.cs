using GoldenPath.Diagnosis.Logs;
using GoldenPath.Services;

namespace GoldenPath.Tests.Diagnosis.Logs;

/// <summary>Lines that a program logged as one are one entry, and its deepest error comes first.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class LogReaderSpecs
{
    [Fact]
    public void A_trace_of_Python_is_one_entry_whose_first_cause_comes_first()
    {
        var entry = Assert.Single(
            Read(
                """
                Traceback (most recent call last):
                  File "/srv/db.py", line 3, in connect
                    s.connect(address)
                ConnectionRefusedError: [Errno 111] Connection refused

                The above exception was the direct cause of the following exception:

                Traceback (most recent call last):
                  File "/srv/app.py", line 9, in <module>
                    start()
                shop.errors.StartError: the orders are not there
                """
            )
        );

        Assert.Equal(["ConnectionRefusedError", "shop.errors.StartError"], entry.Chain.Select(raised => raised.Type));
    }

    [Fact]
    public void A_trace_of_Java_is_one_entry_whose_last_cause_comes_first()
    {
        var entry = Assert.Single(
            Read(
                """
                Exception in thread "main" java.lang.IllegalStateException: cannot build the repository
                	at App.main(App.java:1)
                Caused by: java.net.ConnectException: Connection refused
                	at java.base/sun.nio.ch.Net.pollConnect(Native Method)
                	... 7 more
                """
            )
        );

        Assert.Equal(["java.net.ConnectException", "java.lang.IllegalStateException"], entry.Chain.Select(raised => raised.Type));
    }

    [Fact]
    public void The_properties_under_an_error_of_Node_are_its_fields()
    {
        var entry = Assert.Single(
            Read(
                """
                Error: connect ECONNREFUSED 127.0.0.1:5432
                    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1595:16) {
                  code: 'ECONNREFUSED',
                  address: '127.0.0.1',
                  port: 5432
                }
                """
            )
        );

        Assert.Equal(("ECONNREFUSED", "5432"), (entry.Field("code"), entry.Field("port")));
    }

    [Fact]
    public void A_banner_holds_what_stands_under_it_up_to_a_blank_line()
    {
        var entries = Read(
            """
            *** FATAL CONFIG FILE ERROR ***
            Reading the configuration file, at line 2
            >>> 'maxmemory-polcy allkeys-lru'
            Bad directive or wrong number of arguments

            something else
            """
        );

        Assert.Equal([4, 1], entries.Select(entry => entry.Lines.Count));
    }

    [Fact]
    public void Hints_and_details_of_a_database_belong_to_its_error()
    {
        var entry = Assert.Single(
            Read(
                """
                2026-11-28 10:00:00.000 [7] FATAL:  data directory has invalid permissions
                2026-11-28 10:00:00.000 [7] DETAIL:  Permissions should be u=rwx (0700).
                """
            )
        );

        Assert.Equal(2, entry.Lines.Count);
    }

    [Fact]
    public void The_message_of_a_console_of_two_lines_is_on_the_second()
    {
        var entry = Assert.Single(Read("fail: Shop.Orders[0]\n      The orders are not there."));

        Assert.Equal(("The orders are not there.", LogLevel.Error), (entry.Message, entry.Level));
    }

    [Theory]
    [InlineData("12:00:00 starting\n12:00:01 ready")]
    [InlineData("starting\nready")]
    [InlineData("Error: no room\n\nready")]
    public void What_begins_anew_is_an_entry_of_its_own(string lines) => Assert.Equal(2, Read(lines).Count);

    [Fact]
    public void A_flood_of_frames_ends_an_entry() =>
        Assert.InRange(Read("Error: no\n" + string.Join('\n', Enumerable.Repeat("    at f (a.js:1:1)", 5000))).Count, 2, 20);

    [Theory]
    [InlineData("OSError: [Errno 98] Address already in use", true)]
    [InlineData("psycopg2.OperationalError: no", true)]
    [InlineData("Caused by: java.io.IOException: no", true)]
    [InlineData("System.InvalidOperationException: no", true)]
    [InlineData("the error was: no", false)]
    [InlineData("listening on 8002", false)]
    public void An_error_is_told_by_its_type(string line, bool isTyped) => Assert.Equal(isTyped, ErrorChain.IsTyped(line));

    private static IReadOnlyList<LogEntry> Read(string text) =>
        LogReader.Parse(text.Split('\n').Index().Select(line => new LogLine(line.Index + 1, line.Item)));
}
