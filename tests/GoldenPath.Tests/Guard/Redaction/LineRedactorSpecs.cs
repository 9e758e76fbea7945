using System.Buffers;
using System.Text;
using GoldenPath.Guard.Redaction;

namespace GoldenPath.Tests.Guard.Redaction;

public sealed class LineRedactorSpecs
{
    private const string Jwt = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1c2VyLTEiLCJleHAiOjF9.c2lnbmF0dXJlLXNpZ25hdHVyZQ";

    [Fact]
    public void No_secret_slips_through_wherever_the_pieces_are_cut()
    {
        var redactor = new Redactor(["literal-secret"]);
        const string Text =
            "a literal-secret\r\nb password=hunter2 ü\n{\"token\":\""
            + Jwt
            + "\"}\n-----BEGIN PRIVATE KEY-----\nMIIE\nabcd\n-----END PRIVATE KEY-----\nlast literal-secret";
        var expected = redactor.Redact(Text);

        for (var cut = 1; cut < 60; cut++)
        {
            var written = Redacted(redactor, Encoding.UTF8.GetBytes(Text), cut).Replace("******", "***", StringComparison.Ordinal);
            Assert.Equal(expected, written.Replace("******", "***", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("literal-secret")]
    [InlineData("password=hunter2hunter2")]
    [InlineData("Bearer abcdef123456")]
    [InlineData(Jwt)]
    public void No_secret_slips_through_in_a_line_without_end(string secret)
    {
        var redactor = new Redactor(["literal-secret"]);
        foreach (var before in Enumerable.Range((48 * 1024) - 120, 120).Concat(Enumerable.Range((64 * 1024) - 120, 120)))
        {
            var text = new string('x', before) + " " + secret + " " + new string('y', 70 * 1024);

            var written = Redacted(redactor, Encoding.UTF8.GetBytes(text), 8192);

            Assert.Equal(redactor.Redact(text), written);
        }
    }

    [Fact]
    public void A_secret_longer_than_the_window_is_hidden_and_what_follows_is_shown()
    {
        var text = "token=a1" + new string('b', 300_000) + " after\nnext";

        Assert.Equal("token=*** after\nnext", Redacted(new Redactor(), Encoding.UTF8.GetBytes(text), 4096));
    }

    [Fact]
    public void Nothing_else_is_lost_in_a_line_without_end()
    {
        var text = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"{i:x}ä,"));

        Assert.Equal(text, Redacted(new Redactor(), Encoding.UTF8.GetBytes(text), 5000));
    }

    [Fact]
    public void What_follows_a_carriage_return_is_a_line_of_its_own_wherever_the_pieces_are_cut()
    {
        for (var cut = 1; cut < 50; cut++)
        {
            Assert.Equal(
                "\n10 %\n20 %\nerror: no\r\nnext\r\nlast\r",
                Redacted(new Redactor(), "\r10 %\r20 %\rerror: no\r\nnext\r\nlast\r"u8.ToArray(), cut)
            );
        }
    }

    [Fact]
    public void Whole_lines_are_passed_on_at_once()
    {
        var lines = new Redactor().ForStream();
        var output = new ArrayBufferWriter<byte>();

        lines.Write("one\ntwo\nthr"u8, output);

        Assert.Equal("one\ntwo\n", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void A_line_that_has_begun_is_passed_on_once()
    {
        var lines = new Redactor().ForStream();
        var output = new ArrayBufferWriter<byte>();

        foreach (var piece in new[] { "Ready on http://localhost:80", "80/ ", "quit? ", "y\nnext" })
        {
            lines.Write(Encoding.UTF8.GetBytes(piece), output);
            lines.PassOnBegun(output);
            lines.PassOnBegun(output);
        }

        Assert.Equal("Ready on http://localhost:8080/ quit? y\nnext", Encoding.UTF8.GetString(output.WrittenSpan));
        Assert.False(lines.HasBegun);
    }

    [Theory]
    [InlineData("login with literal-secret now\n")]
    [InlineData("password=hunter2hunter2 now\n")]
    [InlineData("{\"token\": \"abcdefgh12345678\"} now\n")]
    [InlineData("Authorization: Bearer abcdef123456 now\n")]
    [InlineData("got " + Jwt + " now\n")]
    [InlineData("using ghp_abcdefghijklmnop1234 now\n")]
    [InlineData("to postgres://admin:hunter2hunter2@db/x now\n")]
    [InlineData("to http://admin:hunter2hunter2@db/x now\n")]
    [InlineData("cookie: session=abcdefgh12345678 now\n")]
    public void No_half_of_a_secret_is_passed_on_before_its_line_has_ended(string text)
    {
        var redactor = new Redactor(["literal-secret"]);
        var expected = redactor.Redact(text);
        var (before, after) = (
            expected[..expected.IndexOf("***", StringComparison.Ordinal)],
            expected[(expected.IndexOf("***", StringComparison.Ordinal) + 3)..]
        );
        for (var cut = 1; cut < text.Length; cut++)
        {
            var lines = redactor.ForStream();
            var output = new ArrayBufferWriter<byte>();
            lines.Write(Encoding.UTF8.GetBytes(text[..cut]), output);
            lines.PassOnBegun(output);
            lines.Write(Encoding.UTF8.GetBytes(text[cut..]), output);
            var written = Encoding.UTF8.GetString(output.WrittenSpan);

            Assert.StartsWith(before, written, StringComparison.Ordinal);
            Assert.EndsWith(after, written, StringComparison.Ordinal);
            Assert.InRange(written.Length, expected.Length, expected.Length + 3);
        }
    }

    private static string Redacted(Redactor redactor, byte[] bytes, int piece)
    {
        var lines = redactor.ForStream();
        var output = new ArrayBufferWriter<byte>();
        for (var i = 0; i < bytes.Length; i += piece)
        {
            lines.Write(bytes.AsSpan(i, Math.Min(piece, bytes.Length - i)), output);
        }
        lines.Complete(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
