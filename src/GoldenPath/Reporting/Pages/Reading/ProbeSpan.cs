namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>A time during which a probe was answered in the same way, on the clock of the run.</summary>
/// <param name="Probe">The probe; empty for the bare attempt to connect.</param>
/// <param name="Address">The address asked; empty for a log.</param>
/// <param name="Answer">What came back.</param>
/// <param name="IsReady">Whether that was what was waited for.</param>
/// <param name="Count">How many times.</param>
/// <param name="From">When first, in milliseconds.</param>
/// <param name="To">When last.</param>
internal sealed record ProbeSpan(string Probe, string Address, string Answer, bool IsReady, int Count, double From, double To)
{
    /// <summary>What was asked where: <c>HTTP 127.0.0.1</c>.</summary>
    public string Name => $"{(Probe.Length > 0 ? Probe : "connection")} {Address}".TrimEnd();
}
