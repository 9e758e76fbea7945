using System.Xml;

namespace GoldenPath.Results;

/// <summary>Reads what test runners write: TRX, JUnit XML and its relatives, told apart by the root element.</summary>
/// <remarks>Files are streamed: memory stays flat however large they are. Document types are passed over, so entities can neither explode nor read
/// files. A file that cannot be read to its end is a problem; what was counted up to there stays counted.</remarks>
internal static class ResultsReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        CloseInput = true,
    };

    /// <summary>Reads files.</summary>
    /// <param name="files">Their paths.</param>
    /// <param name="redact">Hides secrets in what is kept of them. Default: keeps all.</param>
    /// <returns>The tests of all of them, and what is wrong with the files.</returns>
    public static TestResults Read(IEnumerable<string> files, Func<string, string>? redact = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        var results = new TestResults(redact ?? (text => text));
        foreach (var file in files)
        {
            results.Begin(file);
            Read(file, results);
        }

        return results;
    }

    private static void Read(string file, TestResults results)
    {
        try
        {
            Stream(file, results);
        }
        catch (XmlException problem)
        {
            results.Note($"{file}:{Math.Max(1, problem.LineNumber)}: {Worded(problem.Message)}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            results.Note($"{file}: cannot be read: {problem.Message}");
        }
    }

    private static void Stream(string file, TestResults results)
    {
        using var stream = File.OpenRead(file);
        if (stream.Length == 0)
        {
            results.Note($"{file}: is empty");
            return;
        }
        using var text = new ResultsText(stream);
        using var reader = XmlReader.Create(text, Settings);
        reader.MoveToContent();
        switch (reader.LocalName)
        {
            case "TestRun":
                new TrxFile(reader, results).Read();
                break;
            case var root when JUnitFile.IsRoot(root):
                new JUnitFile(reader, results).Read();
                break;
            default:
                results.Note($"{file}: its root element is <{reader.LocalName}>; TRX has <TestRun>, JUnit XML <testsuites> or <testsuite>");
                break;
        }
    }

    /// <summary>The parser's messages repeat the place, and advise its caller.</summary>
    private static string Worded(string message) =>
        message.StartsWith("Root element is missing", StringComparison.Ordinal)
            ? "holds no XML"
            : $"is no complete XML: {message.Split(" Line ")[0]}";
}
