using System.Xml;

namespace GoldenPath.Results;

/// <summary>JUnit XML, as pytest, jest-junit, go-junit-report, gotestsum, Maven Surefire and many others write it, and its relatives: NUnit's and xUnit.net's
/// own XML.</summary>
/// <remarks>There is no one schema. Suites nest at will, and tests stand in suites, right at the root or in other tests. What a suite says of itself is
/// held against what it shows.</remarks>
/// <param name="reader">The file, at its root element.</param>
/// <param name="results">Where its tests are counted.</param>
internal sealed class JUnitFile(XmlReader reader, TestResults results)
{
    /// <summary>The longest name of a test or suite.</summary>
    public const int NameLimit = 1000;

    private const int Deepest = 1000;

    private readonly bool _isXunit = reader.LocalName is "assemblies" or "assembly";
    private SuiteScope? _suite;
    private int _depth;

    /// <summary>Whether it is the root element of such a file.</summary>
    public static bool IsRoot(string element) => IsSuite(element) || element is "testcase" or "test-case";

    /// <summary>Reads on from the root element to the end.</summary>
    public void Read()
    {
        do
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    ReadElement();
                    break;
                case XmlNodeType.EndElement when IsSuite(reader.LocalName):
                    Close();
                    break;
            }
        } while (reader.Read());
    }

    private void ReadElement()
    {
        switch (reader.LocalName)
        {
            case var suite when IsSuite(suite):
                Open();
                break;
            case var test when IsTest(test):
                ReadTest();
                break;
            case "failure" or "error" when _suite?.TakeFailure(reader) is { } failure:
                Add(failure);
                break;
        }
    }

    private void Open()
    {
        Deepen();
        _suite = new SuiteScope(reader, _suite, results.Document);
        if (reader.IsEmptyElement)
        {
            Close();
        }
    }

    private void Close()
    {
        _depth--;
        if (_suite!.Pending is { } failure && _suite.Shown.Failed == 0)
        {
            Add(failure);
        }

        results.Skip(_suite.Todo());
        if (_suite.Close() is { } contradiction)
        {
            results.Contradict($"suite '{_suite.Name}' {contradiction}");
        }

        _suite = _suite.Around;
    }

    private void ReadTest()
    {
        Deepen();
        var test = JUnitTest.Begin(reader, _suite, results.Document);
        var depth = reader.Depth;
        var isInstant = reader.GetAttribute("time") == "0";
        var isEmpty = reader.IsEmptyElement;
        while (!isEmpty && reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                isInstant = false;
                if (IsTest(reader.LocalName))
                {
                    ReadTest();
                }
                else
                {
                    test.Take(reader);
                }
            }
        }

        _depth--;
        Add(test.Ended(), isInstant);
    }

    private void Add(TestCaseResult test, bool isInstant = false)
    {
        _suite?.Add(test, isInstant);
        results.Add(test);
    }

    private void Deepen()
    {
        if (++_depth > Deepest)
        {
            throw new XmlException($"Suites and tests are nested deeper than {Deepest} levels.");
        }
    }

    private static bool IsSuite(string element) =>
        element
            is "testsuite"
                or "testsuites"
                or "test-suite"
                or "test-run"
                or "test-results"
                or "assemblies"
                or "assembly"
                or "collection";

    // NUnit has an element of this name among its filters.
    private bool IsTest(string element) => element is "testcase" or "test-case" || (_isXunit && element == "test");
}
