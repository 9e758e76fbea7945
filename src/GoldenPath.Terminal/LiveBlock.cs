using GoldenPath.Reporting.Answers;
using Spectre.Console;

namespace GoldenPath.Terminal;

/// <summary>Signs of life on a terminal: one block below all lines, a row for each thing that goes on, gone when nothing does.</summary>
/// <remarks>What is over within a moment is never shown, and the library that draws is not even loaded for it.</remarks>
/// <param name="screen">The terminal.</param>
internal sealed class LiveBlock(Screen screen) : ISigns
{
    private const int MostRows = 12;
    private const int WidestSubject = 30;
    private const int RoomForCtrlC = 4; // The terminal writes ^C behind the block: on the same row, it goes with it.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly AutoResetEvent _changed = new(initialState: false);
    private readonly List<Ongoing> _ongoing = [];
    private Task _drawing = Task.CompletedTask;
    private bool _isDrawing;
    private bool _isOver;
    private Action<string>? _above;

    /// <inheritdoc/>
    public void Print(string line)
    {
        lock (_gate)
        {
            (_above ?? screen.Out.WriteLine)(line);
        }
    }

    /// <inheritdoc/>
    public void Show(Ongoing ongoing)
    {
        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            _ongoing.Add(ongoing);
            if (!_isDrawing)
            {
                _isDrawing = true;
                _drawing = Task.Factory.StartNew(Draw, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
        }
    }

    /// <inheritdoc/>
    public void Hide(Ongoing ongoing)
    {
        lock (_gate)
        {
            if (_ongoing.Remove(ongoing))
            {
                _changed.Set();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            _isOver = true;
            _ongoing.Clear();
            _changed.Set();
        }

        // A terminal that takes nothing any more must not hold the end of the process.
        if (_drawing.Wait(Patience))
        {
            _changed.Dispose();
        }
    }

    private void Draw()
    {
        while (Goes())
        {
            _changed.WaitOne(Moment);
            if (Snapshot() is { Count: > 0 } ongoing)
            {
                Live(ongoing);
            }
        }
    }

    // False: nothing goes on, and whatever begins from here on begins to draw anew.
    private bool Goes()
    {
        lock (_gate)
        {
            return _isDrawing = _ongoing.Count > 0;
        }
    }

    private List<Ongoing> Snapshot()
    {
        lock (_gate)
        {
            return [.. _ongoing];
        }
    }

    private void Live(List<Ongoing> ongoing)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                ColorSystem = screen.HasColours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(screen.Out),
            }
        );
        // A terminal that tells no size has none for the library, which then cuts more rows than there are.
        console.Profile.Width = Math.Max(screen.Width(), 1);
        console.Profile.Height = Math.Max(console.Profile.Height, MostRows + 2);
        try
        {
            console
                .Live(Block(ongoing))
                .AutoClear(true)
                .Start(context =>
                {
                    Draw(console, context);
                    _gate.Enter(); // Until the block is gone, nobody prints.
                });
        }
        finally
        {
            _above = null;
            if (_gate.IsHeldByCurrentThread)
            {
                _gate.Exit();
            }
        }
    }

    private void Draw(IAnsiConsole console, LiveDisplayContext context)
    {
        while (Snapshot() is { Count: > 0 } ongoing)
        {
            var block = Block(ongoing);
            lock (_gate)
            {
                context.UpdateTarget(block);
                // The rest of the block is wiped out before it is drawn again: a line may be shorter than what stood there.
                _above = line => console.Write(new ControlCode($"\e[J{line}\n"));
            }

            _changed.WaitOne(Refresh);
        }
    }

    private Rows Block(List<Ongoing> ongoing)
    {
        var width = Math.Max(screen.Width() - RoomForCtrlC, 1);
        var column = Math.Min(ongoing.Max(one => TextWidth.Of(one.Subject)), WidestSubject);
        var rows = ongoing.Take(MostRows).Select(one => Row(one, column, width)).ToList();
        if (ongoing.Count > MostRows)
        {
            rows.Add(new Text($"… and {ongoing.Count - MostRows} more"));
        }

        return new Rows(rows);
    }

    private static Text Row(Ongoing ongoing, int column, int width)
    {
        var subject = TextWidth.Cut(ongoing.Subject, column, '…');
        var gap = new string(' ', column - TextWidth.Of(subject));
        return new Text(
            TextWidth.Cut($"{subject}{gap}  {Runs.Elapsed.Tenths(ongoing.Elapsed), 8}  {ongoing.Now}", width, '…'),
            new Style(Color.Aqua)
        );
    }
}
