using System.Security.Cryptography.X509Certificates;

namespace GoldenPath.Guard.Engine;

/// <summary>Docker's TLS files in a folder: <c>ca.pem</c>, <c>cert.pem</c> and <c>key.pem</c>. Each may be missing, as for Docker's own programs.</summary>
/// <param name="folder">The folder.</param>
internal sealed class EngineCertificates(string folder)
{
    /// <summary>What this program is known by; <c>null</c> where there is no <c>cert.pem</c>.</summary>
    public X509Certificate2? ReadOwn()
    {
        if (!File.Exists(In("cert.pem")))
        {
            return null;
        }

        var read = X509Certificate2.CreateFromPemFile(In("cert.pem"), In("key.pem"));
        if (!OperatingSystem.IsWindows())
        {
            return read;
        }

        using (read)
        {
            // There, TLS cannot use a key that exists in memory only.
            return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pfx), password: null);
        }
    }

    /// <summary>Whom the engine's certificate must be signed by: all of <c>ca.pem</c>; empty where there is none.</summary>
    public X509Certificate2Collection ReadAuthorities()
    {
        X509Certificate2Collection authorities = [];
        if (File.Exists(In("ca.pem")))
        {
            authorities.ImportFromPemFile(In("ca.pem"));
        }

        return authorities;
    }

    private string In(string name) => Path.Combine(folder, name);
}
