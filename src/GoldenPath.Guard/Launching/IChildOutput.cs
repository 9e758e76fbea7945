namespace GoldenPath.Guard.Launching;

/// <summary>The reading end of what a child writes.</summary>
internal interface IChildOutput : IDisposable
{
    /// <summary>Waits for output or for its end.</summary>
    /// <param name="timeoutMs">How long; -1 for ever.</param>
    bool IsReadable(int timeoutMs);

    /// <summary>Takes what has come, and waits for it if need be; nothing at the end.</summary>
    int Read(byte[] block);
}
