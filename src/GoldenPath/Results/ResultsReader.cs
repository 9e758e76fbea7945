using System.Xml;

namespace GoldenPath.Results;

/// <summary>Reads what test runners write: TRX and JUnit XML, told apart by the root element.</summary>
/// <remarks>Files are streamed: memory stays flat however large they are. Document types are refused, so entities can neither explode nor read
/// files. A file that cannot be read to its end is a problem; what was counted up to there stays counted.</remarks>
public static class ResultsReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    };

    /// <summary>Reads files.</summary>
    /// <param name="files">Their paths.</param>
    /// <returns>The tests of all of them, and what is wrong with the files.</returns>
    public static TestResults Read(IEnumerable<string> files)
    {
        var results = new TestResults();
        foreach (var file in files)
        {
            Read(file, results);
        }

        return results;
    }

    private static void Read(string file, TestResults results)
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var reader = XmlReader.Create(stream, Settings);
            reader.MoveToContent();
            switch (reader.LocalName)
            {
                case "TestRun": TrxFile.Read(reader, results); break;
                case "testsuites" or "testsuite": JUnitFile.Read(reader, results); break;
                default: results.Note($"{file}: its root element is <{reader.LocalName}>; TRX has <TestRun>, JUnit XML <testsuites> or <testsuite>."); break;
            }
        }
        catch (XmlException problem)
        {
            results.Note($"{file}:{problem.LineNumber}: this is no complete XML results file: {problem.Message}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            results.Note($"{file}: cannot be read: {problem.Message}");
        }
    }
}
