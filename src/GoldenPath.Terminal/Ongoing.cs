namespace GoldenPath.Terminal;

/// <summary>Something that goes on.</summary>
/// <param name="Subject">What it is.</param>
/// <param name="State">Says how far it is.</param>
/// <param name="Begun">When it began to be shown.</param>
/// <param name="Time">The clock.</param>
internal sealed record Ongoing(string Subject, Func<string> State, long Begun, TimeProvider Time)
{
    /// <summary>How long it has been shown.</summary>
    public TimeSpan Elapsed => Time.GetElapsedTime(Begun);

    /// <summary>How far it is, printable.</summary>
    public string Now => Printable.Line(State());

    /// <summary>A line of its own for it.</summary>
    public string Line(string state) => $"{Subject}: {Runs.Elapsed.Coarse(Elapsed)}{(state.Length == 0 ? "" : $", {state}")}";
}
