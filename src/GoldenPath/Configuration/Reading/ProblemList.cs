namespace GoldenPath.Configuration.Reading;

/// <summary>Collects every problem of a file.</summary>
/// <param name="file">The file as its user names it.</param>
internal sealed class ProblemList(string file)
{
    private const int LongestMessage = 400;

    private readonly List<ConfigurationProblem> _problems = [];

    public int Count => _problems.Count;

    public void Add(int line, int column, string message, string? fix = null) =>
        _problems.Add(new ConfigurationProblem(file, line, column, NodeText.OnOneLine(message, LongestMessage), fix));

    /// <exception cref="ConfigurationException">There is any problem.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
            throw new ConfigurationException([.. _problems.Distinct().OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)]);
    }

    /// <summary>The problem that ends the reading at once, with those found before it.</summary>
    public ConfigurationException Fatal(int line, int column, string message, string? fix = null)
    {
        Add(line, column, message, fix);
        return new ConfigurationException([.. _problems]);
    }
}
