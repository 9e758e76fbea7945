namespace GoldenPath.Guard.Leases;

/// <summary>Writes files that are there as a whole or not at all, also where the machine stops halfway.</summary>
internal static class AtomicFile
{
    /// <summary>What a file is called until it is whole: its own name, something that nobody else takes, and this.</summary>
    public const string Draft = ".tmp";

    private const int WindowsTries = 100;
    private const int UntilNextTryMs = 10;

    private static readonly ManualResetEvent Moment = new(initialState: false); // Nobody sets it.

    private static int _drafts;

    /// <summary>Writes a text.</summary>
    /// <exception cref="IOException">The disk does not take it; what was there before is untouched.</exception>
    public static void Write(string file, string text) => Write(file, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes a file.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="write">Writes what it holds.</param>
    /// <exception cref="IOException">The disk does not take it; what was there before is untouched.</exception>
    public static void Write(string file, Action<Stream> write)
    {
        var draft = $"{file}.{Environment.ProcessId}-{Interlocked.Increment(ref _drafts)}{Draft}";
        try
        {
            using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            Replace(draft, file);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    /// <summary>Windows replaces no file that somebody reads at this moment, a virus scanner for one; such a moment passes.</summary>
    private static void Replace(string draft, string file)
    {
        for (var tries = OperatingSystem.IsWindows() ? WindowsTries : 1; ; tries--)
        {
            try
            {
                File.Move(draft, file, overwrite: true);
                return;
            }
            catch (Exception e) when (tries > 1 && e is (IOException or UnauthorizedAccessException))
            {
                Moment.WaitOne(UntilNextTryMs);
            }
        }
    }
}
