namespace GoldenPath.Benchmarks.Growing;

/// <summary>Something of a certain size whose cost is measured.</summary>
internal interface ILoad : IAsyncDisposable
{
    /// <summary>Gets ready what is not measured.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Does what is measured.</summary>
    /// <returns>How long it took by its own account; <c>null</c> where the time around it counts.</returns>
    /// <exception cref="InvalidOperationException">It did not do what it should, so nothing was measured.</exception>
    Task<TimeSpan?> RunAsync(CancellationToken cancellationToken);
}
