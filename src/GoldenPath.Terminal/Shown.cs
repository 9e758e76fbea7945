namespace GoldenPath.Terminal;

/// <summary>Something that is shown until this is disposed of.</summary>
/// <param name="hide">Ends that.</param>
internal sealed class Shown(Action hide) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => hide();
}
