namespace GoldenPath.Readiness;

/// <summary>A time during which a probe was answered in the same way.</summary>
/// <param name="Probe">The probe: <c>HTTP</c>, <c>WebSocket</c>, <c>TCP</c>, <c>log</c>; empty for the bare attempt to connect.</param>
/// <param name="Address">The address asked; empty for the log.</param>
/// <param name="Answer">What came back: <c>refused</c>, <c>503</c>, <c>101</c>, <c>no answer</c>, …</param>
/// <param name="IsReady">Whether that is what was waited for.</param>
/// <param name="Count">How many times.</param>
/// <param name="First">When first, counted from the start of the service.</param>
/// <param name="Last">When last.</param>
internal sealed record TimelineSpan(string Probe, string Address, string Answer, bool IsReady, int Count, TimeSpan First, TimeSpan Last);
