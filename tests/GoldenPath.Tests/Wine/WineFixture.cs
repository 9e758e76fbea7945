namespace GoldenPath.Tests.Wine;

/// <summary>Has Windows booted before the first spec, and ended after the last one.</summary>
public sealed class WineFixture : IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        if (WindowsPrograms.ReasonToSkip is null)
        {
            await using var boot = new WindowsRun(WindowsPrograms.Misbehaving, "say", "booted", "+", "exit", "0");
            Assert.Equal(0, await boot.EndsAsync());
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
