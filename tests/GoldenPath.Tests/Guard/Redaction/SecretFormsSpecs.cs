using System.Buffers;
using System.Globalization;
using System.Text;
using GoldenPath.Guard.Redaction;

namespace GoldenPath.Tests.Guard.Redaction;

/// <summary>Random secrets of every known form: none gets through. <c>GOLDENPATH_SECRETS</c> sets how many of each, <c>GOLDENPATH_SECRETS_SEED</c> where the generator starts.</summary>
public sealed class SecretFormsSpecs
{
    private const int Batch = 1000;

    private static readonly int Count = Setting("GOLDENPATH_SECRETS", 100_000);
    private static readonly int Seed = Setting("GOLDENPATH_SECRETS_SEED", 4711);

    public static TheoryData<string> Names() => [.. SecretForms.Names];

    [TableSpec(Timeout = 600_000)]
    [MemberData(nameof(Names))]
    public Task No_random_secret_of_a_known_form_gets_through(string form) =>
        Task.Run(() =>
        {
            var forms = new SecretForms(new Random(Seed));
            var redactor = new Redactor();
            List<string> through = [];
            for (var made = 0; made < Count && through.Count < 10; made += Batch)
            {
                var made1000 = Enumerable.Range(0, Batch).Select(_ => forms.Next(form)).ToList();
                var redacted = redactor.Redact(string.Join('\n', made1000.Select(one => one.Text))).Split('\n');
                Assert.Equal(Batch, redacted.Length);
                through.AddRange(
                    made1000
                        .Zip(redacted)
                        .Where(one => !one.Second.Contains("***", StringComparison.Ordinal) || Shows(one.Second, one.First.Secret))
                        .Select(one => $"{one.First.Text} → {one.Second}")
                );
            }

            Assert.True(through.Count == 0, string.Join('\n', through));
        });

    [Spec]
    public Task No_secret_gets_through_in_utf_16() =>
        Task.Run(() =>
        {
            var forms = new SecretForms(new Random(Seed));
            foreach (var form in SecretForms.Names)
            {
                var (text, secret) = forms.Next(form);
                foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
                {
                    Assert.False(Shows(Streamed([.. encoding.GetPreamble(), .. encoding.GetBytes(text + "\r\nnext")]), secret), text);
                }
            }
        });

    // Whoever has but the beginning of a secret has nothing: what was cut off at a line's end must not show more.
    [Theory]
    [InlineData("ghp_0123456789abcdefghij\n0123456789abcdef")]
    [InlineData("glpat-abcdefghijklmnop\r\nqrst")]
    [InlineData("password=\"hunter2\nhunter3\"")]
    public void A_secret_that_a_line_end_splits_is_hidden_before_it(string text) =>
        Assert.DoesNotContain(text.Split('\n')[0].TrimEnd('\r')[^7..], Streamed(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);

    // One character is anywhere, and no secret that anybody could guard.
    private static bool Shows(string text, string secret) => secret.Length > 3 && text.Contains(secret, StringComparison.Ordinal);

    private static string Streamed(byte[] bytes)
    {
        var lines = new Redactor().ForStream();
        var output = new ArrayBufferWriter<byte>();
        lines.Write(bytes, output);
        lines.Complete(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
