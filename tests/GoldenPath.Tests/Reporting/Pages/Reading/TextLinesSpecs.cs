using GoldenPath.Reporting.Pages.Reading;

namespace GoldenPath.Tests.Reporting.Pages.Reading;

[Trait(Speed.Name, Speed.Quick)]
public sealed class TextLinesSpecs
{
    [Spec]
    public Task The_wanted_lines_and_the_last_ones_are_taken_whatever_lies_between()
    {
        using var folder = new TemporaryFolder();
        var lines = Enumerable.Range(1, 20_000).Select(number => $"line {number} {new string('x', number % 97)}").ToList();
        var file = folder.Write("a.log", lines);
        var (taken, total) = new TextLines(new HashSet<int> { 1, 9_999, 10_000 }, 2).Read(file);

        Assert.Equal(20_000, total);
        Assert.Equal([1, 9_999, 10_000, 19_999, 20_000], taken.Keys.Order());
        Assert.Equal(lines.Take(9_998).Sum(line => line.Length + 1), taken[9_999].Start);
        Assert.All(taken, line => Assert.Equal(lines[line.Key - 1], line.Value.Text));
        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData("", 0)]
    [InlineData("one", 1)]
    [InlineData("one\n", 1)]
    [InlineData("one\r\n\r\nthree", 3)]
    public Task Lines_are_counted_as_editors_count_them(string text, int expected)
    {
        using var folder = new TemporaryFolder();
        var (lines, total) = new TextLines(new HashSet<int>(), 10).Read(folder.Write("a.log", text));

        Assert.Equal((expected, expected), (total, lines.Count));
        Assert.DoesNotContain(lines.Values, line => line.Text.Contains('\r', StringComparison.Ordinal));
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_line_is_what_evidence_cites_of_it_without_colours()
    {
        using var folder = new TemporaryFolder();
        var (lines, _) = new TextLines(new HashSet<int>(), 1).Read(folder.Write("a.log", "\e[31mfatal\e[0m: no table"));

        Assert.Equal("fatal: no table", lines[1].Text);
        return Task.CompletedTask;
    }

    [Spec]
    public Task Of_a_line_without_end_the_beginning_is_taken()
    {
        using var folder = new TemporaryFolder();
        var (lines, _) = new TextLines(new HashSet<int>(), 1).Read(folder.Write("a.log", new string('y', 3_000_000)));

        Assert.Equal(2_000, lines[1].Text.Length);
        return Task.CompletedTask;
    }
}
