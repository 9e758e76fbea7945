using GoldenPath.TestKit.Scoring;

namespace GoldenPath.Benchmarks;

/// <summary>A page whose tables are written by what is measured, each between the markers of its name.</summary>
internal static class Document
{
    /// <summary>Writes a table anew.</summary>
    /// <param name="file">The page; <c>null</c> for none.</param>
    /// <param name="name">The name of the table's markers.</param>
    /// <param name="table">The table, as Markdown.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task WriteAsync(FileInfo? file, string name, string table, CancellationToken cancellationToken)
    {
        if (file is not null)
        {
            var text = await File.ReadAllTextAsync(file.FullName, cancellationToken);
            await File.WriteAllTextAsync(file.FullName, new GeneratedText(name).Replace(text, table), cancellationToken);
        }
    }
}
