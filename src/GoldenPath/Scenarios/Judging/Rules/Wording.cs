using System.Globalization;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Judging.Rules;

/// <summary>The recurring parts of what is told to a person.</summary>
internal static class Wording
{
    /// <summary>A time span in seconds, such as <c>0.31 s</c>.</summary>
    public static string Seconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.00} s");

    /// <summary>When something happened: some time after the trigger, or before it had been sent whole.</summary>
    public static string AfterSending(Run run, TimeSpan at) =>
        at < run.Trigger.At ? "before the message was sent" : $"{Seconds(run.Since(at))} after sending";

    /// <summary>A limit as it was declared, without needless digits.</summary>
    public static string Limit(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.###} s");

    /// <summary>What came last before silence.</summary>
    public static string LastEvent(Run run) =>
        run.Last is { } last
            ? $"the last event was {last.Label} at {Seconds(run.Since(last.At))}"
            : $"nothing of the run had come{OnlyNoise(run)}";

    /// <summary>What came although it proves nothing.</summary>
    public static string OnlyNoise(Run run) =>
        run.Noise.Count == 0
            ? ""
            : $", only {string.Join(", ", run.Noise.OrderByDescending(pair => pair.Value).Take(3).Select(pair => $"{pair.Key} × {pair.Value}"))}";

    /// <summary>How a connection was lost.</summary>
    public static string Loss(SessionEnd end) =>
        end.CloseCode is { } code
            ? $"the server closed the connection with code {code}{Reason(end)}"
            : $"the connection broke off{Reason(end)}";

    /// <summary>A quotation of what came from outside, on one line and not too long.</summary>
    public static string Quote(string text, int longest = 120)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= longest ? $"'{line}'" : $"'{line[..longest]}…'";
    }

    private static string Reason(SessionEnd end) => string.IsNullOrEmpty(end.Detail) ? "" : $" ({Quote(end.Detail)})";
}
