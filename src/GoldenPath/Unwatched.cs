namespace GoldenPath;

/// <summary>The watch over something that nobody is shown.</summary>
internal sealed class Unwatched : IDisposable
{
    public static Unwatched Instance { get; } = new();

    /// <inheritdoc/>
    public void Dispose() { }
}
