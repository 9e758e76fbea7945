using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GoldenPath.Tests.Readiness;

/// <summary>Puts TLS with a self-signed certificate in front of a server.</summary>
internal static class Tls
{
    private static readonly X509Certificate2 Certificate = Create();

    public static Func<Stream, CancellationToken, Task> Serving(
        Func<Stream, CancellationToken, Task> serve,
        X509Certificate2? certificate = null
    ) =>
        async (stream, token) =>
        {
            await using var secure = new SslStream(stream);
            try
            {
                await secure.AuthenticateAsServerAsync(
                    new SslServerAuthenticationOptions { ServerCertificate = certificate ?? Certificate },
                    token
                );
                await serve(secure, token);
            }
            catch (AuthenticationException)
            {
                // The other side does not speak TLS, or does not trust the certificate.
            }
        };

    private static X509Certificate2 Create()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
    }
}
