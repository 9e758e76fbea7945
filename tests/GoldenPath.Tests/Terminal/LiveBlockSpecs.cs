using GoldenPath.Terminal;

namespace GoldenPath.Tests.Terminal;

/// <summary>Signs of life on a terminal.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class LiveBlockSpecs : IDisposable
{
    private readonly ScreenText _screen = new();

    public void Dispose() => _screen.Dispose();

    [Spec]
    public async Task Lines_go_above_the_block_whole_and_the_block_goes_without_a_trace()
    {
        using var console = Console();
        using (
            console.Watch(
                "back[red]end",
                () => "HTTP 503; missing: HTTP GET /ready answered with a 2xx status and \e[31mmuch more\u202E than a row can hold"
            )
        )
        using (console.Watch("worker", () => "no answer yet"))
        {
            await Wait.UntilAsync(() => _screen.Text.Contains("worker", StringComparison.Ordinal), what: "the block");
            for (var line = 0; line < 40; line++)
            {
                console.Information($"line {line} {new string('x', (line * 3) + 1)}");
            }

            await Wait.UntilAsync(
                () => _screen.Rows[^1].StartsWith("worker  ", StringComparison.Ordinal),
                what: "the block below the lines"
            );
            Assert.Matches(@"^back\[red\]end +\d+\.\d s  HTTP 503; missing: HTTP GET /ready answered with.*…$", _screen.Rows[^2]);
        }

        console.Conclude(new(0, "PASSED, exit 0, in 1.00 s", []));

        var expected = Enumerable.Range(0, 40).Select(line => $"line {line} {new string('x', (line * 3) + 1)}");
        Assert.Equal([.. expected, "", "PASSED, exit 0, in 1.00 s", ""], Unwrapped(_screen.Rows));
        Assert.Empty(_screen.Strange);
        Assert.True(_screen.HasCursor);
    }

    [Spec]
    public async Task Many_things_at_once_take_a_part_of_the_screen()
    {
        using var console = Console();
        var watches = Enumerable.Range(1, 40).Select(at => console.Watch($"service-{at}", () => "no answer yet")).ToList();

        await Wait.UntilAsync(() => _screen.Text.Contains("… and 28 more", StringComparison.Ordinal), what: "the block");
        watches.ForEach(watch => watch.Dispose());
        console.Conclude(null);

        Assert.Equal("", _screen.Text.Trim());
    }

    [Spec]
    public Task What_takes_a_moment_is_never_shown()
    {
        using var console = Console();
        for (var at = 0; at < 200; at++)
        {
            using var watch = console.Watch("quick", () => "state");
            console.Information("line");
        }

        console.Conclude(null);

        Assert.DoesNotContain("quick", _screen.Text, StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    private PersonConsole Console() =>
        new(Screen.Of(_screen, isTerminal: true, _ => null), LineKind.Information, null, TimeProvider.System);

    // A row that is full goes on in the next one.
    private static List<string> Unwrapped(IReadOnlyList<string> rows)
    {
        var lines = new List<string> { "" };
        foreach (var row in rows)
        {
            lines[^1] += row;
            if (row.Length < 80)
            {
                lines.Add("");
            }
        }

        return lines[..^1];
    }
}
