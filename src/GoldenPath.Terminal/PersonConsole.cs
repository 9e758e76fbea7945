using GoldenPath.Reporting.Answers;

namespace GoldenPath.Terminal;

/// <summary>Tells a person what a run does, in few lines, with a sign of life where something takes its time, and its answer at the very end.</summary>
public sealed class PersonConsole : IRunConsole, IDisposable
{
    private readonly Screen _screen;
    private readonly Ink _ink;
    private readonly LineTaker? _log;
    private readonly TimeProvider _time;
    private readonly ISigns _signs;
    private readonly LineKind _least;
    private bool _isOver;

    internal PersonConsole(Screen screen, LineKind least, LineTaker? log, TimeProvider time)
    {
        (_screen, _least, _log, _time) = (screen, least, log, time);
        _ink = new(screen.HasColours);
        _signs = screen.IsLive ? new LiveBlock(screen) : new Heartbeat(Beat, time);
    }

    /// <summary>A console on the standard output.</summary>
    /// <param name="least">The least important kind of line that is shown.</param>
    /// <param name="log">What takes every line first. Default: nothing.</param>
    /// <param name="isLive">Whether signs of life may be drawn on a terminal, because nobody else prints there. Default: yes.</param>
    public static PersonConsole OnStandardOutput(LineKind least = LineKind.Information, LineTaker? log = null, bool isLive = true)
    {
        var screen = Screen.OfThisProcess(Environment.GetEnvironmentVariable);
        return new(screen with { IsLive = screen.IsLive && isLive && least <= LineKind.Information }, least, log, TimeProvider.System);
    }

    /// <inheritdoc/>
    public void Information(string line) => Say(LineKind.Information, line, text => text);

    /// <inheritdoc/>
    public void Detail(string line) => Say(LineKind.Detail, line, _ink.Faint);

    /// <inheritdoc/>
    public void Warning(string line) => Say(LineKind.Warning, line, text => $"{_ink.Yellow("warning:")} {text}");

    /// <inheritdoc/>
    public void Error(string line) => Say(LineKind.Error, line, text => $"{_ink.Red("error:")} {text}");

    /// <inheritdoc/>
    public IDisposable Watch(string subject, Func<string> state)
    {
        var ongoing = new Ongoing(Printable.Line(subject), state, _time.GetTimestamp(), _time);
        _signs.Show(ongoing);
        return new Shown(() => _signs.Hide(ongoing));
    }

    /// <summary>Prints the answer, once; nothing is printed after it.</summary>
    /// <param name="answer">The answer; <c>null</c> where there is none.</param>
    public void Conclude(Answer? answer)
    {
        if (Interlocked.Exchange(ref _isOver, true))
        {
            return;
        }

        _signs.Dispose();
        if (answer is null)
        {
            return;
        }

        var lines = answer.Printable(Printable.Line).Lines(_screen.Width());
        var paint = answer.ExitCode == 0 ? (Func<string, string>)_ink.Green : _ink.Red;
        _screen.Out.WriteLine(string.Join(Environment.NewLine, ["", paint(lines[0]), .. lines.Skip(1)]));
    }

    /// <inheritdoc/>
    public void Dispose() => _signs.Dispose();

    private void Beat(string line)
    {
        if (_log?.Invoke(LineKind.Information, line) != true && _least <= LineKind.Information)
        {
            _screen.Out.WriteLine(line);
        }
    }

    private void Say(LineKind kind, string line, Func<string, string> dress)
    {
        var text = Printable.Line(line);
        if (_log?.Invoke(kind, text) != true && kind >= _least && !_isOver)
        {
            _signs.Print(dress(text));
        }
    }
}
