namespace GoldenPath.Docker.Engine;

/// <summary>Passes progress on at once and in order, unlike <see cref="Progress{T}"/>.</summary>
internal sealed class Relay<T>(Action<T> receive) : IProgress<T>
{
    /// <inheritdoc/>
    public void Report(T value) => receive(value);
}
