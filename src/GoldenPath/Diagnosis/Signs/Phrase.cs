using System.Text.RegularExpressions;

namespace GoldenPath.Diagnosis.Signs;

/// <summary>A way of saying something: system's codes, types of errors and words, whoever uses them.</summary>
/// <param name="Kind">What is said.</param>
/// <param name="Pattern">How. A group <c>subject</c> is what it is said of, a group <c>port</c> its port.</param>
/// <param name="Unless">How the same words mean something else; <c>null</c> where they do not.</param>
internal sealed record Phrase(SignKind Kind, Regex Pattern, Regex? Unless = null)
{
    /// <summary>What both have in common.</summary>
    public const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>Milliseconds for one line, which may be hostile, on a machine that may be busy.</summary>
    public const int Timeout = 2000;

    /// <summary>The match; <c>null</c> where a text says something else.</summary>
    public Match? In(string text) => Pattern.Match(text) is { Success: true } match && Unless?.IsMatch(text) != true ? match : null;
}
