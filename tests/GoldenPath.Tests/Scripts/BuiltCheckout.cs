namespace GoldenPath.Tests.Scripts;

/// <summary>One checkout that is built, to be copied by specs that start from there.</summary>
#pragma warning disable CA1001 // The runner disposes of it, asynchronously.
public sealed class BuiltCheckout : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly Checkout _checkout = new();

    internal Checkout Copy() => _checkout.Clone();

    public async Task InitializeAsync() => Assert.Equal(0, (await _checkout.RunAsync()).ExitCode);

    public Task DisposeAsync()
    {
        _checkout.Dispose();
        return Task.CompletedTask;
    }
}
