using System.Xml;

namespace GoldenPath.Results;

/// <summary>TRX, as <c>dotnet test</c>, Microsoft.Testing.Platform and Visual Studio write it.</summary>
/// <remarks>The schema is vstst.xsd of Visual Studio: whatever lies in <c>Results</c> or <c>InnerResults</c> is a result, of a unit test, an
/// aggregation, a web, generic or manual test. Of a result with inner ones, such as a data-driven test around its rows, the inner ones count, and its
/// own failure where none of them failed.</remarks>
/// <param name="reader">The file, at its root element.</param>
/// <param name="results">Where its tests are counted.</param>
internal sealed class TrxFile(XmlReader reader, TestResults results)
{
    private const int MessageLimit = 4096;
    private const int TextLimit = 8192;
    private const int DeepestRow = 100;

    private readonly ShownCounts _shown = new();
    private string? _aborted;
    private string? _outcome;
    private DeclaredCounts? _declared;

    /// <summary>Reads on from the root element to the end.</summary>
    public void Read()
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                ReadElement();
            }
        }

        // At the end: Visual Studio writes the summary before the results.
        if ((_aborted ?? Contradiction() ?? _declared?.Contradicts(_shown)) is { } contradiction)
        {
            results.Contradict(contradiction);
        }
    }

    private void ReadElement()
    {
        switch (reader.LocalName)
        {
            case "Results":
                ReadResults();
                break;
            case "UnitTest" or "GenericTest" or "WebTest" or "ManualTest" or "OrderedTest":
                ReadDefinition();
                break;
            case "ResultSummary":
                _outcome = reader.GetAttribute("outcome");
                break;
            case "Counters":
                _declared = DeclaredCounts.OfCounters(reader);
                break;
            case "RunInfo" when IsBad(reader.GetAttribute("outcome")):
                results.NoteError(BoundedText.Read(reader, MessageLimit));
                break;
        }
    }

    private string? Contradiction() =>
        IsBad(_outcome) && _shown.Failures == 0 ? $"the summary says '{_outcome}', and none of the {_shown.Tests} tests failed" : null;

    /// <summary>Reads the results that lie right in an element.</summary>
    /// <returns>How many there are, and how many of them failed.</returns>
    private (int Count, int Failed) ReadResults()
    {
        var (count, failed) = (0, 0);
        var depth = reader.Depth;
        if (depth > DeepestRow)
        {
            throw new XmlException($"Results are nested deeper than {DeepestRow} levels.");
        }

        var isEmpty = reader.IsEmptyElement;
        while (!isEmpty && reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Depth == depth + 1)
            {
                count++;
                failed += ReadResult() == TestOutcome.Failed ? 1 : 0;
            }
        }

        return (count, failed);
    }

    private TestOutcome ReadResult()
    {
        var test = Begin();
        var (inner, failed) = (0, 0);
        var depth = reader.Depth;
        var isEmpty = reader.IsEmptyElement;
        while (!isEmpty && reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "InnerResults")
            {
                (inner, failed) = ReadResults();
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                test = With(test);
            }
        }

        _shown.Add(test.Outcome, failures: 0);
        if (inner == 0 || (test.Outcome == TestOutcome.Failed && failed == 0))
        {
            results.Add(Located(test));
        }

        return test.Outcome;
    }

    private TestCaseResult Begin()
    {
        var name = BoundedText.Cut(reader.GetAttribute("testName") ?? "(no name)", TestCaseResult.NameLimit);
        var outcome = reader.GetAttribute("outcome");
        if (outcome == "PassedButRunAborted")
        {
            _aborted = $"'{name}' passed, and the run was aborted";
        }

        return new()
        {
            Name = name,
            Key = new(results.Document, "", reader.GetAttribute("testId") ?? "", name, ""),
            Outcome = Outcome(outcome),
            Began = TestTimes.Moment(reader.GetAttribute("startTime")),
            Took = TestTimes.Span(reader.GetAttribute("duration")),
        };
    }

    private void ReadDefinition()
    {
        var id = reader.GetAttribute("id") ?? "";
        var depth = reader.Depth;
        var isEmpty = reader.IsEmptyElement;
        while (!isEmpty && reader.Read() && reader.Depth > depth)
        {
            if (
                reader is { NodeType: XmlNodeType.Element, LocalName: "TestMethod" }
                && reader.GetAttribute("className") is { Length: > 0 } className
            )
            {
                results.Qualify(id, className);
            }
        }
    }

    private TestCaseResult With(TestCaseResult test) =>
        reader.LocalName switch
        {
            "Message" => test with { Message = BoundedText.Join(test.Message, BoundedText.Read(reader, MessageLimit), MessageLimit) },
            "StackTrace" => test with { Details = BoundedText.Read(reader, TextLimit) },
            "StdOut" or "StdErr" or "TextMessages" => test with
            {
                Output = BoundedText.Join(test.Output, BoundedText.Read(reader, TextLimit), TextLimit),
            },
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

    // Of a result without an outcome nothing is known but that it did not come to an end.
    private static TestOutcome Outcome(string? outcome) =>
        outcome switch
        {
            "Passed" or "PassedButRunAborted" or "Warning" or "Completed" => TestOutcome.Passed,
            "NotExecuted" or "Inconclusive" or "Pending" or "NotRunnable" => TestOutcome.Skipped,
            _ => TestOutcome.Failed,
        };

    /// <summary>Whether the outcome of the whole run is none of a run that came to its end and is content.</summary>
    private static bool IsBad(string? outcome) =>
        outcome is not (null or "" or "Passed" or "Completed" or "Warning" or "Inconclusive" or "NotExecuted");
}
