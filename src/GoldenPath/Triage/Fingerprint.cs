using System.Security.Cryptography;
using System.Text;

namespace GoldenPath.Triage;

/// <summary>The identity of an incident: a hash over scenario, cause and the normalised failure, with the version of the rules that made it.</summary>
/// <remarks>The rules of a version never change: a change would file every known incident anew. New rules are a new version.</remarks>
/// <param name="Value">The version and the hash: <c>v1:0123456789abcdef</c>.</param>
public readonly record struct Fingerprint(string Value)
{
    private const int HashLength = 16;

    /// <summary>The fingerprint of a failure.</summary>
    /// <param name="scenario">The scenario that broke.</param>
    /// <param name="cause">The name of its cause.</param>
    /// <param name="failure">What it said; numbers, ids, times, ports and paths do not count.</param>
    public static Fingerprint Of(string scenario, string cause, string failure)
    {
        var identity = string.Join('\n', scenario, cause, FailureNormaliser.Normalise(failure));
        return new("v1:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..HashLength]);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
