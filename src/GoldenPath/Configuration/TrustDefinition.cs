using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GoldenPath.Configuration;

/// <summary>Which certificates are trusted where TLS is spoken.</summary>
/// <param name="Authority">The full path of a file with the certificates of an own authority, PEM or DER, which take the place of the system's;
/// <c>null</c> for the system's.</param>
/// <param name="Insecure">Whether every certificate is trusted, which proves nothing about who answers.</param>
public sealed record TrustDefinition(string? Authority, bool Insecure)
{
    /// <summary>What the system trusts.</summary>
    public static TrustDefinition System { get; } = new(null, Insecure: false);

    /// <summary>Every certificate.</summary>
    public static TrustDefinition Everybody { get; } = new(null, Insecure: true);

    /// <summary>The certificates of a file.</summary>
    /// <exception cref="CryptographicException">It holds none.</exception>
    internal static X509Certificate2Collection Read(string file)
    {
        var found = new X509Certificate2Collection();
        found.ImportFromPemFile(file);
        if (found.Count == 0)
        {
            found.Add(X509CertificateLoader.LoadCertificateFromFile(file));
        }
        return found;
    }
}
