using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace GoldenPath.Scenarios.Events;

/// <summary>What the nonces of one scenario have in common, so that a nonce can be recognised wherever it turns up.</summary>
/// <remarks>A nonce reads <c>gp</c>, eight random hex digits of the scenario, the user's number and sixteen random hex digits: nobody can
/// answer with one that was not told, and a foreign one tells whose it is.</remarks>
internal sealed class NonceMark
{
    private static readonly Encoding Utf8 = Encoding.UTF8;
    private static readonly SearchValues<byte> Body = SearchValues.Create("0123456789abcdef-"u8);

    private readonly byte[] _prefix;

    /// <summary>Makes a mark of its own.</summary>
    public NonceMark()
        : this("gp" + RandomNumberGenerator.GetHexString(8, lowercase: true) + "-") { }

    /// <summary>Takes up a mark again.</summary>
    public NonceMark(string prefix)
    {
        Prefix = prefix;
        _prefix = Utf8.GetBytes(prefix);
    }

    /// <summary>What every nonce begins with.</summary>
    public string Prefix { get; }

    /// <summary>A fresh nonce for a user.</summary>
    public string Next(int user) => $"{Prefix}{user}-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    /// <summary>The number of the user to whom a nonce was given; 0 where it cannot be told.</summary>
    public static int UserOf(string nonce) => nonce.Split('-') is [_, var user, ..] && int.TryParse(user, out var number) ? number : 0;

    /// <summary>The nonces in a frame.</summary>
    public IReadOnlyList<string> Find(ReadOnlySpan<byte> text)
    {
        List<string>? found = null;
        for (var start = text.IndexOf(_prefix); start >= 0; )
        {
            text = text[start..];
            var end = text[_prefix.Length..].IndexOfAnyExcept(Body);
            var length = end < 0 ? text.Length : _prefix.Length + end;
            (found ??= []).Add(Utf8.GetString(text[..length]).TrimEnd('-'));
            text = text[length..];
            start = text.IndexOf(_prefix);
        }

        return found is null ? [] : [.. found.Distinct()];
    }
}
