using GoldenPath.Terminal;

namespace GoldenPath.Tests.Terminal;

/// <summary>Signs of life where a line cannot be changed.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class HeartbeatSpecs : IDisposable
{
    private readonly StringWriter _written = new();
    private readonly SteppedTime _time = new();
    private string _state = "refused";

    public void Dispose() => _written.Dispose();

    [Spec]
    public Task A_change_is_a_line_and_so_are_ten_seconds_without_one()
    {
        using var console = Console();
        using var watch = console.Watch("backend", () => _state);

        _time.Pass(9);
        Assert.Equal("", _written.ToString());
        _time.Pass(1);
        Assert.Equal("backend: 10 s, refused\n", _written.ToString());
        _state = "HTTP 503";
        _time.Pass(2);
        Assert.Equal("backend: 10 s, refused\nbackend: 11 s, HTTP 503\n", _written.ToString());
        _time.Pass(10);
        Assert.EndsWith("backend: 21 s, HTTP 503\n", _written.ToString(), StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    [Spec]
    public Task What_is_over_is_silent()
    {
        using var console = Console();
        console.Watch("backend", () => _state).Dispose();

        _time.Pass(60);

        Assert.Equal("", _written.ToString());
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_log_that_shows_lines_itself_gets_the_signs_of_life_too()
    {
        var taken = new List<string>();
        using var console = Console(
            (kind, line) =>
            {
                taken.Add($"{kind} {line}");
                return true;
            }
        );
        using var watch = console.Watch("backend", () => _state);

        console.Detail("a detail");
        _time.Pass(10);

        Assert.Equal(["Detail a detail", "Information backend: 10 s, refused"], taken);
        Assert.Equal("", _written.ToString());
        return Task.CompletedTask;
    }

    [Spec]
    public Task Lines_below_the_least_kind_are_for_the_log_alone()
    {
        using var console = Console();

        console.Detail("a detail");
        console.Information("backend: \e[31mstarted");
        console.Warning("look");
        console.Error("[red]broke[/]");

        Assert.Equal("backend: \\e[31mstarted\nwarning: look\nerror: [red]broke[/]\n", _written.ToString());
        return Task.CompletedTask;
    }

    [Spec]
    public Task The_answer_comes_once_and_last()
    {
        using var console = Console();
        using var watch = console.Watch("backend", () => _state);

        console.Conclude(new(1, "BROKE, exit 1", [new("cause", "a \e]0;title\a in a log")]));
        console.Conclude(new(0, "PASSED", []));
        console.Information("too late");
        _time.Pass(30);

        Assert.Equal("\nBROKE, exit 1\n  cause    a \\e]0;title\\x07 in a log\n", _written.ToString());
        return Task.CompletedTask;
    }

    private PersonConsole Console(LineTaker? log = null)
    {
        _written.NewLine = "\n";
        return new(Screen.Of(_written, isTerminal: false, _ => null), LineKind.Information, log, _time);
    }
}
