using System.Xml;

namespace GoldenPath.Results;

/// <summary>TRX, as <c>dotnet test</c> and Visual Studio write it.</summary>
/// <remarks>The schema is vstst.xsd of Visual Studio. A data-driven test has one result around those of its rows: the rows count.</remarks>
internal static class TrxFile
{
    private const int MessageLimit = 4096;
    private const int TextLimit = 8192;
    private const int DeepestRow = 100;

    /// <summary>Reads on from the root element.</summary>
    public static void Read(XmlReader reader, TestResults results)
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "UnitTestResult": ReadTest(reader, results); break;
                case "UnitTest": ReadDefinition(reader, results); break;
                case "RunInfo" when reader.GetAttribute("outcome") == "Error": results.NoteError(BoundedText.Read(reader, MessageLimit)); break;
            }
        }
    }

    private static void ReadTest(XmlReader reader, TestResults results)
    {
        var test = new TestCaseResult
        {
            Name = reader.GetAttribute("testName") ?? "(no name)",
            Id = reader.GetAttribute("testId") ?? "",
            Outcome = Outcome(reader.GetAttribute("outcome")),
            Began = TestTimes.Moment(reader.GetAttribute("startTime")),
            Took = TestTimes.Span(reader.GetAttribute("duration")),
        };
        var hasRows = false;
        var depth = reader.Depth;
        var empty = reader.IsEmptyElement;
        if (depth > DeepestRow)
        {
            throw new XmlException($"Results are nested deeper than {DeepestRow} levels.");
        }
        while (!empty && reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "UnitTestResult")
            {
                hasRows = true;
                ReadTest(reader, results);
            }
            else
            {
                test = With(test, reader);
            }
        }

        if (!hasRows)
        {
            results.Add(Located(test));
        }
    }

    private static void ReadDefinition(XmlReader reader, TestResults results)
    {
        var id = reader.GetAttribute("id") ?? "";
        var depth = reader.Depth;
        var empty = reader.IsEmptyElement;
        while (!empty && reader.Read() && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "TestMethod" } && reader.GetAttribute("className") is { Length: > 0 } className)
            {
                results.Qualify(id, className);
            }
        }
    }

    private static TestCaseResult With(TestCaseResult test, XmlReader reader) => reader.LocalName switch
    {
        "Message" => test with { Message = BoundedText.Join(test.Message, BoundedText.Read(reader, MessageLimit), MessageLimit) },
        "StackTrace" => test with { Details = BoundedText.Read(reader, TextLimit) },
        "StdOut" or "StdErr" => test with { Output = BoundedText.Join(test.Output, BoundedText.Read(reader, TextLimit), TextLimit) },
        _ => test,
    };

    private static TestCaseResult Located(TestCaseResult test)
    {
        if (test.Outcome != TestOutcome.Failed)
        {
            return test;
        }

        var (file, line) = FailureLocation.Find(test.Details);
        return test with { File = file, Line = line };
    }

    private static TestOutcome Outcome(string? outcome) => outcome switch
    {
        "Passed" or "PassedButRunAborted" or "Warning" or "Completed" => TestOutcome.Passed,
        "NotExecuted" or "Inconclusive" or "Pending" or "NotRunnable" or "Disconnected" => TestOutcome.Skipped,
        _ => TestOutcome.Failed,
    };
}
