using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using GoldenPath.Configuration;

namespace GoldenPath.Scenarios.Certificates;

/// <summary>Judges the certificates of servers as clients do: signed by somebody who is trusted, not expired, and for the name that was asked.</summary>
internal static class CertificateCheck
{
    /// <summary>What a client of this host shakes hands with.</summary>
    /// <param name="trust">Which certificates are trusted.</param>
    /// <param name="host">The host; <c>null</c> leaves it to the handler of the requests.</param>
    /// <remarks>A certificate that is not trusted ends the handshake with an <see cref="UntrustedCertificateException"/>.</remarks>
    public static SslClientAuthenticationOptions Options(TrustDefinition trust, string? host = null) =>
        new()
        {
            TargetHost = host,
            CertificateChainPolicy = Policy(trust),
            RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
                trust.Insecure || errors == SslPolicyErrors.None
                    ? true
                    : throw Untrusted(host ?? (sender as SslStream)?.TargetHostName ?? "", certificate, chain, errors),
        };

    private static X509ChainPolicy Policy(TrustDefinition trust)
    {
        // Nothing is downloaded: what a server does not show, most clients do not fetch either.
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        if (trust.Authority is { } file)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(TrustDefinition.Read(file));
        }

        return policy;
    }

    private static UntrustedCertificateException Untrusted(string host, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors) =>
        new(
            shown is X509Certificate2 certificate
                ? new CertificateReading(host, certificate, chain, errors).Fault
                : CertificateReading.NoneShown
        );
}
