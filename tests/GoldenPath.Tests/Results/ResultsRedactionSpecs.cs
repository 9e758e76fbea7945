using System.Text;
using System.Xml.Linq;
using GoldenPath.Guard.Redaction;
using GoldenPath.Results;

namespace GoldenPath.Tests.Results;

[Trait(Speed.Name, Speed.Quick)]
public sealed class ResultsRedactionSpecs : IDisposable
{
    private const string Jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Spec]
    public async Task Secrets_are_taken_out_of_results_and_the_results_are_still_read()
    {
        var file = _folder.Write(
            "junit.xml",
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites><testsuite name="s" hostname="h">
              <properties><property name="db.password" value="hunter2-hunter2"/><property name="os.name" value="Linux"/></properties>
              <testcase name="logs in" file="a.py" line="3">
                <failure message="Authorization: Bearer abcdef0123456789abcdef">at login(a&lt;b &amp; c&gt;d)</failure>
                <system-out>Cookie: sid=s3ss10n-of-ada</system-out>
                <system-err><![CDATA[token {Jwt} <b> ]]></system-err>
              </testcase>
              <testcase name="uses a literal a&lt;b&amp;c-literal"/>
            </testsuite></testsuites>
            """
        );

        Redact(file, "a<b&c-literal");

        var text = await File.ReadAllTextAsync(file);
        Assert.All(
            ["hunter2", "abcdef0123456789", "s3ss10n", Jwt[30..], "c-literal"],
            secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal)
        );
        Assert.Contains("value=\"Linux\"", text, StringComparison.Ordinal);
        Assert.Equal(
            ["logs in", "uses a literal ***"],
            XDocument.Parse(text).Descendants("testcase").Select(test => (string?)test.Attribute("name"))
        );
        var results = ResultsReader.Read([file]);
        Assert.Empty(results.Problems);
        Assert.Equal((2, 1), (results.Total, results.Failed));
        Assert.Contains("login(a<b & c>d)", results.Failures[0].Details, StringComparison.Ordinal);
    }

    [Spec]
    public Task A_secret_at_the_edge_of_a_piece_of_a_long_text_is_found()
    {
        foreach (var length in Enumerable.Range(16_300, 100))
        {
            var file = _folder.Write(
                "long.xml",
                $"<testsuite><testcase name='x'><system-out>{new string('x', length)} s3cr3t-of-the-run 😀 end</system-out></testcase></testsuite>"
            );

            Redact(file, "s3cr3t-of-the-run");

            Assert.EndsWith($"{new string('x', 9)} *** 😀 end", XDocument.Load(file).Root!.Value, StringComparison.Ordinal);
        }

        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData("<testsuite><testcase name='x'><failure>password=hunter2-hunter2</failure>")]
    [InlineData("{ \"password\": \"hunter2-hunter2\" }")]
    [InlineData("plain text, password=hunter2-hunter2")]
    public async Task What_is_no_complete_XML_is_redacted_as_text(string content)
    {
        var file = _folder.Write("odd.xml", content);

        Redact(file);

        Assert.Equal(content.Replace("hunter2-hunter2", "***", StringComparison.Ordinal), await File.ReadAllTextAsync(file));
    }

    [Spec]
    public async Task A_document_type_is_left_out()
    {
        var file = _folder.Write(
            "odd.xml",
            "<!DOCTYPE x [<!ENTITY a 'password=hunter2-hunter2'>]><testsuite name='password=hunter2-hunter2 &a;'/>"
        );

        Redact(file);

        var text = await File.ReadAllTextAsync(file);
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("DOCTYPE", text, StringComparison.Ordinal);
        Assert.Equal("password=*** &a;", (string?)XDocument.Parse(text).Root!.Attribute("name"));
    }

    [TableSpec]
    [InlineData("half &#xd83d; smile", "half \uFFFD smile")]
    [InlineData("low &#56832; half", "low \uFFFD half")]
    [InlineData("whole &#xd83d;&#xde00; smile", "whole 😀 smile")]
    [InlineData(
        "zero &#0; escape &#x1B; none &#xFFFF; beyond &#x110000; far &#99999999999999999;",
        "zero \uFFFD escape \uFFFD none \uFFFD beyond \uFFFD far \uFFFD"
    )]
    [InlineData("a & b &nbsp; &amp;", "a & b &nbsp; &")]
    public async Task What_XML_forbids_is_written_anew(string written, string read)
    {
        var file = _folder.Write(
            "odd.xml",
            $"<testsuite name='{written}'><testcase name='x'><system-out>{written}</system-out></testcase></testsuite>"
        );

        Redact(file);

        var root = XDocument.Parse(await File.ReadAllTextAsync(file)).Root!;
        Assert.Equal((read, read), ((string?)root.Attribute("name"), root.Value));
    }

    [TableSpec]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task A_cut_off_file_of_wide_characters_is_redacted_too(string encoding)
    {
        var file = _folder.File("cut.xml");
        await File.WriteAllBytesAsync(
            file,
            Encoding.GetEncoding(encoding).GetBytes("<testsuite><testcase name='password=hunter2-hunter2'>größer")
        );

        Redact(file);

        Assert.Equal("<testsuite><testcase name='password=***'>größer", await File.ReadAllTextAsync(file));
    }

    [Spec]
    public async Task Bytes_that_are_no_text_stay_as_they_are()
    {
        byte[] picture = [0x89, .. "PNG password=hunter2-hunter2 "u8, 0, 0xFF];
        await File.WriteAllBytesAsync(_folder.File("shot.png"), picture);

        Redact(_folder.File("shot.png"));

        Assert.Equal(picture, await File.ReadAllBytesAsync(_folder.File("shot.png")));
    }

    [Spec]
    public async Task Whatever_the_encoding_no_secret_and_no_character_is_lost()
    {
        var file = _folder.File("utf16.xml");
        await File.WriteAllTextAsync(
            file,
            "<?xml version=\"1.0\" encoding=\"utf-16\"?><testsuite name='größer 漢字 password=hunter2-hunter2'/>",
            Encoding.Unicode
        );

        Redact(file);

        Assert.Equal("größer 漢字 password=***", (string?)XDocument.Load(file).Root!.Attribute("name"));
    }

    [Spec]
    public async Task A_link_is_left_alone_with_what_it_leads_to()
    {
        var target = _folder.Write("elsewhere.txt", "password=hunter2-hunter2");
        File.CreateSymbolicLink(_folder.File("link.xml"), target);

        Redact(_folder.File("link.xml"));

        Assert.NotNull(new FileInfo(_folder.File("link.xml")).LinkTarget);
        Assert.Equal("password=hunter2-hunter2", await File.ReadAllTextAsync(target));
    }

    private static void Redact(string file, params string[] secrets) =>
        Assert.Empty(new ResultsRedaction(new Redactor(secrets)).Redact([file]));
}
