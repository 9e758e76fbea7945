using System.Globalization;
using System.Xml;

namespace GoldenPath.Results;

/// <summary>JUnit XML, as pytest, jest-junit, go-junit-report, gotestsum, Maven Surefire and many others write it.</summary>
/// <remarks>There is no one schema. Suites nest at will; a test failed if it has a <c>failure</c> or an <c>error</c>; Surefire's <c>flakyFailure</c> and
/// <c>flakyError</c> mark one that passed when it was run again.</remarks>
internal static class JUnitFile
{
    private const int MessageLimit = 4096;
    private const int TextLimit = 8192;

    /// <summary>Reads on from the root element.</summary>
    public static void Read(XmlReader reader, TestResults results)
    {
        var began = TestTimes.Moment(reader.GetAttribute("timestamp"));
        while (reader.Read())
        {
            switch (reader.NodeType == XmlNodeType.Element ? reader.LocalName : "")
            {
                case "testsuite":
                    began = TestTimes.Moment(reader.GetAttribute("timestamp")) ?? began;
                    break;
                case "testcase":
                    var test = ReadTest(reader, began);
                    results.Add(test);
                    began += test.Took;    // Only the suite has a time: its tests came one after the other, as far as anybody knows.
                    break;
            }
        }
    }

    private static TestCaseResult ReadTest(XmlReader reader, DateTimeOffset? began)
    {
        var test = new TestCaseResult
        {
            Name = Name(reader.GetAttribute("classname"), reader.GetAttribute("name")),
            Outcome = TestOutcome.Passed,
            Began = began,
            Took = TestTimes.Seconds(reader.GetAttribute("time")),
            File = reader.GetAttribute("file"),
            Line = int.TryParse(reader.GetAttribute("line"), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : null,
        };
        var depth = reader.Depth;
        var empty = reader.IsEmptyElement;
        while (!empty && reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                test = With(test, reader);
            }
        }

        return Located(test);
    }

    private static TestCaseResult With(TestCaseResult test, XmlReader reader) => reader.LocalName switch
    {
        "failure" or "error" => Failed(test, reader),
        "skipped" when test.Outcome == TestOutcome.Passed => test with { Outcome = TestOutcome.Skipped, Message = Message(reader) },
        "system-out" or "system-err" => test with { Output = BoundedText.Join(test.Output, BoundedText.Read(reader, TextLimit), TextLimit) },
        _ => test,
    };

    private static TestCaseResult Failed(TestCaseResult test, XmlReader reader)
    {
        var message = Message(reader);
        var text = BoundedText.Read(reader, TextLimit);
        return test with
        {
            Outcome = TestOutcome.Failed,
            Message = BoundedText.Join(test.Message, message.Length > 0 ? message : FirstLine(text), MessageLimit),
            Details = BoundedText.Join(test.Details, text, TextLimit),
        };
    }

    private static string Message(XmlReader reader)
    {
        var message = reader.GetAttribute("message") ?? "";
        return message.Length > MessageLimit ? message[..MessageLimit] : message;
    }

    private static TestCaseResult Located(TestCaseResult test)
    {
        if (test.Outcome != TestOutcome.Failed)
        {
            return test;
        }

        // pytest's own attributes name the line before the test, counted from 0; its text names the line that failed.
        var (file, line) = FailureLocation.Find(test.Details.Length > 0 ? test.Details : test.Message);
        return test.File is null ? test with { File = file, Line = line }
            : file is not null && file.EndsWith(test.File, StringComparison.Ordinal) ? test with { Line = line }
            : test;
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();

    private static string Name(string? owner, string? name) => (owner, name) switch
    {
        (null or "", _) => name ?? "(no name)",
        (_, null or "") => owner,
        _ when name.StartsWith(owner, StringComparison.Ordinal) => name,
        _ => $"{owner}.{name}",
    };
}
