using System.Text;

namespace GoldenPath.Triage;

/// <summary>Reads the end of a file of any size.</summary>
internal static class LogTail
{
    private const int Window = 64 * 1024;

    /// <summary>Its last lines; <c>null</c> where it is missing, empty or not readable.</summary>
    public static LogExcerpt? Read(string path, string source, int lines)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var start = Math.Max(0, file.Length - Window);
            file.Seek(start, SeekOrigin.Begin);
            using var reader = new StreamReader(file, Encoding.UTF8);
            var all = reader.ReadToEnd().TrimEnd('\n', '\r').Split('\n');
            var whole = start == 0 ? all : all[Math.Min(1, all.Length - 1)..];
            return whole is [""] or [] ? null : new(source, [.. whole.TakeLast(lines)], start == 0 && whole.Length <= lines);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // A report without this log is better than none.
        }
    }
}
