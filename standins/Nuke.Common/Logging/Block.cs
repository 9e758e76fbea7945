#nullable enable

namespace Nuke.Common.Logging;

/// <summary>Something that has an end.</summary>
internal sealed class Block(Action end) : IDisposable
{
    public static Block Empty { get; } = new(() => { });

    public void Dispose() => end();
}
