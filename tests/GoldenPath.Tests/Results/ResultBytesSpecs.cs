using System.Text;
using GoldenPath.Results;

namespace GoldenPath.Tests.Results;

/// <summary>How the bytes of a results file are read: they win over what the file says of them, and what XML forbids hides nothing else.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class ResultBytesSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TableSpec]
    [InlineData("utf-8", "utf-16", false)]
    [InlineData("utf-8", "windows-1252", false)]
    [InlineData("utf-8", "UTF-7", true)]
    [InlineData("utf-8", "IBM037", false)]
    [InlineData("utf-8", "no-such-encoding", true)]
    [InlineData("utf-16", "utf-8", true)]
    [InlineData("utf-16", "utf-16", false)]
    [InlineData("utf-16BE", "utf-16", true)]
    [InlineData("utf-16BE", "windows-1252", false)]
    [InlineData("utf-32", "utf-8", false)]
    [InlineData("windows-1252", "windows-1252", false)]
    [InlineData("windows-1252", "cp1252", false)]
    [InlineData("iso-8859-1", "ISO-8859-1", false)]
    public async Task The_bytes_win_over_the_declared_encoding(string written, string declared, bool mark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.GetEncoding(written);
        var text = encoding.GetBytes(
            $"<?xml version=\"1.0\" encoding=\"{declared}\"?>\n<testsuite><testcase name='größer'><failure message='größer &#228;'/></testcase></testsuite>"
        );
        var failure = (await ReadAsync([.. mark ? encoding.GetPreamble() : [], .. text])).Failures.Single();

        Assert.Equal(("größer", "größer ä"), (failure.Name, failure.Message));
    }

    [TableSpec]
    [InlineData("windows-1251", "тест")]
    [InlineData("windows-1250", "żółw")]
    [InlineData("shift_jis", "試験")]
    [InlineData("gb2312", "测试")]
    public async Task Code_pages_are_read_as_declared(string encoding, string name)
    {
        var text = CodePagesEncodingProvider
            .Instance.GetEncoding(encoding)!
            .GetBytes($"<?xml version='1.0' encoding='{encoding}'?><testsuite><testcase name='{name}'><error/></testcase></testsuite>");

        Assert.Equal(name, (await ReadAsync(text)).Failures.Single().Name);
    }

    [TableSpec]
    [InlineData("half &#xd83d; smile", "half \uFFFD smile")]
    [InlineData("&#xdE00;&#xd83D;", "\uFFFD\uFFFD")]
    [InlineData("&#xd83d;&#xde00;", "😀")]
    [InlineData("&#55357;&#56832;", "😀")]
    [InlineData("&#0;&#x1b;[31m&#xFFFE;", "\uFFFD\uFFFD[31m\uFFFD")]
    [InlineData("&#x110000;&#99999999999999999;", "\uFFFD\uFFFD")]
    [InlineData("R&D, a && b, &nbsp;, &#; &#x; &#xZZ;", "R&D, a && b, &nbsp;, &#; &#x; &#xZZ;")]
    [InlineData("&lt;a&gt; &amp;amp; &#65;&#x1F600;", "<a> &amp; A😀")]
    public async Task Characters_that_XML_forbids_are_replaced(string written, string read)
    {
        var failure = (
            await ReadAsync(
                Encoding.UTF8.GetBytes($"<testsuite><testcase name='{written}'><failure>x{written}</failure></testcase></testsuite>")
            )
        ).Failures.Single();

        Assert.Equal((read, "x" + read), (failure.Name, failure.Details));
    }

    [Spec]
    public async Task In_CDATA_an_ampersand_is_one()
    {
        var failure = (
            await ReadAsync(
                "<testsuite><testcase name='a'><failure><![CDATA[a && b &#0; &amp; ]] > &x]]>&amp; b</failure></testcase></testsuite>"u8.ToArray()
            )
        ).Failures.Single();

        Assert.Equal("a && b &#0; &amp; ]] > &x& b", failure.Details);
    }

    [Spec]
    public async Task Wherever_a_block_ends_nothing_is_lost()
    {
        const string text = "<![CDATA[&&]]>&#xd83d;&#xde00;&amp;&x;&#0;é]";
        for (var length = 32_600; length < 32_800; length++)
        {
            var failure = (
                await ReadAsync(
                    Encoding.UTF8.GetBytes(
                        $"<testsuite><!--{new string('x', length)}--><testcase name='a'><failure>{text}</failure></testcase></testsuite>"
                    )
                )
            ).Failures.Single();

            Assert.Equal("&&😀&&x;\uFFFDé]", failure.Details);
        }
    }

    [TableSpec]
    [InlineData("\n  <?xml version='1.0'?>\n<testsuite><testcase name='a'/></testsuite>")]
    [InlineData("<?xml version='1.1' encoding='utf-8'?><testsuite><testcase name='a'/></testsuite>")]
    [InlineData("\uFEFF\uFEFF<testsuite><testcase name='a'/></testsuite>")]
    [InlineData(
        "<?xml version='1.0'?><!DOCTYPE testsuite SYSTEM 'junit.dtd' [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><testsuite><testcase name='&x;'/></testsuite>"
    )]
    [InlineData("<?xml-stylesheet href='a.xsl'?><testsuite><testcase name='a\u0001'/></testsuite>\n\n")]
    public async Task What_stands_before_the_root_does_not_matter(string text) =>
        Assert.Equal(
            (1, 1),
            await ReadAsync(Encoding.UTF8.GetBytes(text)) is { Problems: [] } results ? (results.Total, results.Passed) : default
        );

    [Spec]
    public async Task Problems_name_the_line_of_the_file()
    {
        var file = _folder.Write("r.xml", "<?xml version='1.0'\n encoding='utf-8'?>\n<testsuite>\n<testcase name='a'>\n</testsuite>");

        Assert.StartsWith(
            $"{file}:5: is no complete XML",
            (await Task.Run(() => ResultsReader.Read([file]))).Problems.Single(),
            StringComparison.Ordinal
        );
    }

    private async Task<TestResults> ReadAsync(byte[] bytes)
    {
        var file = _folder.File("r.xml");
        await File.WriteAllBytesAsync(file, bytes);
        var results = await Task.Run(() => ResultsReader.Read([file]));
        Assert.Empty(results.Problems);
        return results;
    }
}
