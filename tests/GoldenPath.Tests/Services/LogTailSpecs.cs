using System.Globalization;
using System.Text.RegularExpressions;
using GoldenPath.Services;

namespace GoldenPath.Tests.Services;

[Trait(Speed.Name, Speed.Quick)]
public sealed class LogTailSpecs : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".log");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_missing_log_has_no_lines() => Assert.Empty(new LogTail(_file).Last(5));

    [Spec]
    public async Task The_last_lines_keep_their_numbers()
    {
        await File.WriteAllLinesAsync(_file, Enumerable.Range(1, 100_000).Select(n => n.ToString(CultureInfo.InvariantCulture)));

        Assert.Equal([new(99_999, "99999"), new(100_000, "100000")], new LogTail(_file).Last(2));
    }

    [Spec]
    public async Task The_last_line_may_lack_its_end()
    {
        await File.WriteAllTextAsync(_file, "one\ntwo\r\nthree");

        Assert.Equal([new(1, "one"), new(2, "two"), new(3, "three")], new LogTail(_file).Last(9));
    }

    [Spec]
    public async Task A_giant_line_is_cut()
    {
        await File.WriteAllTextAsync(_file, "one\n" + new string('x', 1_000_000));

        var line = Assert.Single(new LogTail(_file).Last(3));

        Assert.Equal(2, line.Number);
        Assert.Equal(4096, line.Text.Length);
    }

    [Spec]
    public async Task Waits_for_a_line_in_a_log_that_does_not_exist_yet()
    {
        var waiting = new LogTail(_file).WaitForAsync(new Regex("ready on (\\d+)"), CancellationToken.None);
        await File.WriteAllTextAsync(_file, "starting\nready ");
        Assert.False(waiting.IsCompleted);

        await File.AppendAllTextAsync(_file, "on 8002\n");

        Assert.Equal(new LogLine(2, "ready on 8002"), await waiting);
    }

    [Spec]
    public async Task A_line_need_not_have_ended()
    {
        await File.WriteAllTextAsync(_file, "starting\nPress q to quit> ");

        Assert.Equal(
            new LogLine(2, "Press q to quit> "),
            await new LogTail(_file).WaitForAsync(new Regex("quit> $"), CancellationToken.None)
        );
    }

    [Spec]
    public async Task Lines_are_read_without_colours_and_other_control_sequences()
    {
        const string vite = "  \x1b[2mready in \x1b[0m\x1b[1m129\x1b[22m\x1b[2m\x1b[0m ms\x1b[22m\n";
        const string links =
            "\x1b]0;server\a\x1b]8;;http://localhost:5173/\x1b\\\x1b[36mhttp://localhost:\x1b[1m5173\x1b[22m/\x1b[39m\x1b]8;;\x1b\\\n";
        const string spinner = "\r- building\x1b[2K\x1b[1G\\ building\x1b[2K\x1b[1G\x1b[32m✔\x1b[39m ready\r\n";
        await File.WriteAllTextAsync(_file, vite + links + spinner + "tab\tstays\x1b(B\x1b[m\nbegun \x1b[3");

        Assert.Equal(
            ["  ready in 129 ms", "http://localhost:5173/", "- building \\ building ✔ ready", "tab\tstays", "begun "],
            new LogTail(_file).Last(9).Select(line => line.Text)
        );
    }

    [Spec]
    public async Task Waiting_ends_when_told()
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new LogTail(_file).WaitForAsync(new Regex("never"), enough.Token));
    }
}
