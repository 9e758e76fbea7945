namespace GoldenPath.Tests.AgentBackend;

/// <summary>A clock that is moved by hand.</summary>
internal sealed class HandClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
