using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GoldenPath.Tests;

/// <summary>A certificate authority of a spec's own, with its certificate in a file.</summary>
internal sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly TemporaryFolder _folder = new();
    private readonly X509Certificate2 _root;

    public TestAuthority()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Authority of a spec", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        _root = request.CreateSelfSigned(Now.AddDays(-30), Now.AddDays(30));
        File.WriteAllText(CertificateFile, _root.ExportCertificatePem());
    }

    public string CertificateFile => _folder.File("authority.pem");

    /// <summary>A certificate that it signed.</summary>
    /// <param name="name">The host that it is for.</param>
    /// <param name="from">From which day on it is valid, counted from today.</param>
    /// <param name="to">Until which day.</param>
    public X509Certificate2 Issue(string name = "localhost", int from = -2, int to = 2)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(name);
        }

        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(_root, Now.AddDays(from), Now.AddDays(to), RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(key);
    }

    public void Dispose()
    {
        _root.Dispose();
        _folder.Dispose();
    }
}
