using System.Text;

namespace GoldenPath.Guard.Redaction;

/// <summary>Hides secrets in text: the literal ones that it was told, and whatever looks like one (JWTs, bearer tokens,
/// <c>password=…</c>, connection strings, cookies, tokens of well-known services, private keys). Home folders become <c>~</c>.</summary>
/// <remarks>Takes time linear in the text. It does not prove that no secret is left: one that it was not told and that
/// looks like an ordinary word stays.</remarks>
public sealed class Redactor
{
    /// <summary>What stands for a secret.</summary>
    public const string Replacement = "***";

    private readonly SecretTerms _terms;

    /// <summary>Creates a redactor.</summary>
    /// <param name="secrets">The literal secrets known so far; shorter ones than four characters are left out, as they would blank ordinary text.</param>
    /// <param name="home">The home folder that becomes <c>~</c>. Default: none besides the usual places of home folders.</param>
    public Redactor(IEnumerable<string>? secrets = null, string? home = null)
    {
        _terms = new(home);
        foreach (var secret in secrets ?? [])
        {
            _terms.TryAdd(secret);
        }
    }

    /// <summary>The literal secrets known so far, each in every spelling that is looked for.</summary>
    public IReadOnlyCollection<string> Secrets => _terms.Secrets;

    /// <summary>Raised after a secret became known, so that other processes can be told.</summary>
    public event EventHandler<SecretAddedEventArgs>? SecretAdded;

    /// <summary>A redactor that knows this process's home folder, and the values of its environment variables whose names speak of a token, secret,
    /// password or key.</summary>
    public static Redactor FromEnvironment()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return new(SecretVariables.Values(Environment.GetEnvironmentVariables()), home);
    }

    /// <summary>Makes a secret known that appears only at run time, such as a login's token.</summary>
    public void Add(string secret)
    {
        if (_terms.TryAdd(secret))
        {
            SecretAdded?.Invoke(this, new(secret));
        }
    }

    /// <summary>The text without its secrets.</summary>
    public string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scanner = new SecretScanner(text, _terms, insideKey: false);
        if (!scanner.TryNext(out var match))
        {
            return text;
        }
        var clean = new StringBuilder(text.Length);
        var copied = 0;
        do
        {
            clean.Append(text, copied, match.Start - copied).Append(match.Replacement);
            copied = match.End;
        } while (scanner.TryNext(out match));
        return clean.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>A redactor for text that arrives in pieces, such as the output of a process.</summary>
    public LineRedactor ForStream() => new(this);

    internal SecretScanner Scan(ReadOnlySpan<char> text, bool insideKey) => new(text, _terms, insideKey);
}
