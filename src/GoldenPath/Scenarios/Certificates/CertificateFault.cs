namespace GoldenPath.Scenarios.Certificates;

/// <summary>What is wrong with a certificate.</summary>
/// <param name="Text">One line for a person.</param>
/// <param name="Remedies">What mends it, by what is wrong.</param>
internal sealed record CertificateFault(string Text, IReadOnlyList<Remedy> Remedies)
{
    /// <summary>What mends it, and how to see it oneself.</summary>
    /// <param name="authority">Host and port of the server.</param>
    public IReadOnlyList<Remedy> RemediesAt(string authority) =>
        [
            .. Remedies,
            new(
                "See what it shows.",
                $"openssl s_client -connect {authority} -showcerts </dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName"
            ),
        ];
}
