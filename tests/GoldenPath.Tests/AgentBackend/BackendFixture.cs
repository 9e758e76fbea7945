namespace GoldenPath.Tests.AgentBackend;

/// <summary>One well-behaved backend for all the specs of a class.</summary>
public sealed class BackendFixture : IAsyncLifetime
{
    internal ChildService Service { get; private set; } = null!;

    public async Task InitializeAsync() => Service = await Backend.StartAsync();

    public async Task DisposeAsync() => await Service.DisposeAsync();
}
