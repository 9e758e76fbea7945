namespace GoldenPath.Triage;

/// <summary>Writes files that are there as a whole or not at all.</summary>
internal static class AtomicFile
{
    public static void Write(string file, string text)
    {
        var partial = $"{file}.{Guid.NewGuid():n}.partial";
        File.WriteAllText(partial, text);
        File.Move(partial, file, overwrite: true);
    }
}
