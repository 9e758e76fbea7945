namespace GoldenPath.Guard.Leases;

/// <summary>Writes files that are there as a whole or not at all, also where the machine stops halfway.</summary>
internal static class AtomicFile
{
    /// <summary>What a file is called until it is whole: its own name, something that nobody else takes, and this.</summary>
    public const string Draft = ".tmp";

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

            File.Move(draft, file, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }
}
