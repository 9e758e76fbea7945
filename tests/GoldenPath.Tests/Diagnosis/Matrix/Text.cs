namespace GoldenPath.Tests.Diagnosis.Matrix;

/// <summary>Reads files that somebody else may be writing.</summary>
internal static class Text
{
    public static string Shared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
