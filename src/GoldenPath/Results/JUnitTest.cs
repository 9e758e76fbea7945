using System.Globalization;
using System.Xml;

namespace GoldenPath.Results;

/// <summary>A test of JUnit XML and its relatives while it is read, or a failure that stands in a suite.</summary>
/// <remarks>It failed if it has a <c>failure</c> or an <c>error</c>, or says so in an attribute. It was skipped if it has <c>skipped</c> or says so,
/// whatever it failed with: node:test writes both of a test that is still to be done. Surefire's <c>flakyFailure</c> and <c>flakyError</c> tell of
/// one that passed when it was run again.</remarks>
/// <param name="key">What it is known by.</param>
/// <param name="told">What its attributes tell of its outcome.</param>
/// <param name="file">The file that its attributes name.</param>
/// <param name="line">The line that they name.</param>
internal sealed class JUnitTest(TestKey key, TestOutcome? told, string? file, int? line)
{
    private const int MessageLimit = 4096;
    private const int TextLimit = 8192;

    private DateTimeOffset? _began;
    private TimeSpan? _took;
    private string? _file = file;
    private int? _line = line;
    private int _failures;
    private int _reruns;
    private bool _isSkipped = told == TestOutcome.Skipped;
    private bool _isFlaky;
    private string _message = "";
    private string _details = "";
    private string _output = "";

    private bool IsFailed => told == TestOutcome.Failed || (_failures > 0 && !_isFlaky);

    /// <summary>Begins with the element that the reader stands on.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="suite">The suite around it; <c>null</c> where there is none.</param>
    /// <param name="document">The number of the file.</param>
    public static JUnitTest Begin(XmlReader reader, SuiteScope? suite, int document)
    {
        var (file, line) = (reader.GetAttribute("file"), Number(reader.GetAttribute("line")));
        var name = FullName(reader.GetAttribute("classname"), reader.GetAttribute("fullname") ?? reader.GetAttribute("name"));
        return new(new TestKey(document, suite?.Path ?? "", "", name, $"{file}:{line}"), Told(reader, suite), file, line)
        {
            _began = suite?.Now,
            _took = TestTimes.Seconds(reader.GetAttribute("time")),
        };
    }

    /// <summary>Takes what a child element tells; the reader may end at its end tag.</summary>
    public void Take(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "failure" or "error":
                TakeFailure(reader);
                break;
            case "rerunFailure" or "rerunError":
                (_failures, _reruns) = (_failures + 1, _reruns + 1);
                break;
            case "flakyFailure" or "flakyError":
                (_failures, _reruns, _isFlaky) = (_failures + 1, _reruns + 1, true);
                break;
            case "skipped" or "ignored" or "disabled" or "pending":
                _isSkipped = true;
                break;
            case "system-out" or "system-err" or "output":
                _output = BoundedText.Join(_output, BoundedText.Read(reader, TextLimit), TextLimit);
                break;
        }
    }

    /// <summary>What it came to.</summary>
    public TestCaseResult Ended()
    {
        var outcome =
            _isSkipped ? TestOutcome.Skipped
            : IsFailed ? TestOutcome.Failed
            : told ?? TestOutcome.Passed;
        var (file, line) = outcome == TestOutcome.Failed ? Place() : (_file, _line);
        return new TestCaseResult
        {
            Name = key.Name,
            Key = key,
            Outcome = outcome,
            Failures = _failures,
            Reruns = _reruns,
            IsFlaky = _isFlaky && outcome == TestOutcome.Passed,
            Began = _began,
            Took = _took,
            File = file,
            Line = line,
            Message = _message,
            Details = _details,
            Output = _output,
        };
    }

    private void TakeFailure(XmlReader reader)
    {
        _failures++;
        var message = BoundedText.Cut(reader.GetAttribute("message") ?? "", MessageLimit);
        (_file, _line) = _file is null ? (reader.GetAttribute("file"), Number(reader.GetAttribute("line"))) : (_file, _line);
        var text = BoundedText.Read(reader, TextLimit);
        _message = BoundedText.Join(_message, message.Length > 0 ? message : FirstLine(text), MessageLimit);
        _details = BoundedText.Join(_details, text, TextLimit);
    }

    // pytest's own attributes name the line before the test, counted from 0; its text names the line that failed.
    private (string? File, int? Line) Place()
    {
        var (file, line) = FailureLocation.Find(_details);
        (file, line) = file is null ? FailureLocation.Find(_message) : (file, line);
        return _file is null ? (file, line)
            : file is not null && file.EndsWith(_file, StringComparison.Ordinal) ? (_file, line)
            : (_file, _line);
    }

    private static TestOutcome? Told(XmlReader reader, SuiteScope? suite) =>
        OutcomeWords.Read(reader.GetAttribute("result"))
        ?? OutcomeWords.Read(reader.GetAttribute("status"))
        ?? (
            OutcomeWords.Read(reader.GetAttribute("executed")) == TestOutcome.Failed
                ? TestOutcome.Skipped
                : OutcomeWords.Read(reader.GetAttribute("success"))
        )
        ?? (IsFileWithoutTests(reader, suite) ? TestOutcome.Skipped : null);

    /// <summary>node:test writes a file that holds no test as a passed test of the file's name.</summary>
    private static bool IsFileWithoutTests(XmlReader reader, SuiteScope? suite) =>
        suite is { Around: null }
        && reader.IsEmptyElement
        && reader.GetAttribute("classname") == "test"
        && reader.GetAttribute("name") is { } name
        && Path.IsPathRooted(name)
        && Path.GetExtension(name) is ".js" or ".mjs" or ".cjs" or ".ts" or ".mts" or ".cts";

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();

    private static string FullName(string? owner, string? name) =>
        BoundedText.Cut(
            (owner?.Trim(), name?.Trim()) switch
            {
                (null or "", null or "") => "(no name)",
                (null or "", var only) => only,
                (var only, null or "") => only,
                var (first, last) when last.StartsWith(first, StringComparison.Ordinal) => last,
                var (first, last) => $"{first}.{last}",
            },
            TestCaseResult.NameLimit
        );
}
