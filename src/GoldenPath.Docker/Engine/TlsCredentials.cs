using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Docker.DotNet;
using Microsoft.Net.Http.Client;

namespace GoldenPath.Docker.Engine;

/// <summary>Docker's TLS files: an authority to check the engine by, and a certificate to be known by.</summary>
internal sealed class TlsCredentials : Credentials
{
    private readonly X509Certificate2? _own;
    private readonly X509Certificate2? _authority;
    private readonly bool _verifies;

    private TlsCredentials(X509Certificate2? own, X509Certificate2? authority, bool verifies)
    {
        _own = own;
        _authority = authority;
        _verifies = verifies;
    }

    /// <summary>Reads <c>ca.pem</c>, <c>cert.pem</c> and <c>key.pem</c>; each may be missing, as for Docker's own programs.</summary>
    /// <exception cref="PipelineException">A file cannot be read, or is no PEM.</exception>
    public static TlsCredentials Load(LocatedEngine address)
    {
        string In(string name) => Path.Combine(address.Certificates!, name);
        try
        {
            return new TlsCredentials(
                File.Exists(In("cert.pem")) ? X509Certificate2.CreateFromPemFile(In("cert.pem"), In("key.pem")) : null,
                File.Exists(In("ca.pem")) ? X509CertificateLoader.LoadCertificateFromFile(In("ca.pem")) : null,
                address.VerifiesServer
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw EngineFailures.BrokenCertificates(address, e.Message.TrimEnd('.'));
        }
    }

    /// <inheritdoc/>
    public override bool IsTlsCredentials() => true;

    /// <inheritdoc/>
    public override HttpMessageHandler GetHandler(HttpMessageHandler innerHandler)
    {
        var handler = (ManagedHandler)innerHandler;
        handler.ClientCertificates = _own is null ? [] : [_own];
        handler.ServerCertificateValidationCallback = (_, certificate, _, errors) => Accepts(certificate, errors);
        return handler;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _own?.Dispose();
        _authority?.Dispose();
        base.Dispose();
    }

    private bool Accepts(X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (!_verifies || errors == SslPolicyErrors.None)
        {
            return true;
        }

        return errors == SslPolicyErrors.RemoteCertificateChainErrors
            && certificate is X509Certificate2 engines
            && IsSignedByAuthority(engines);
    }

    private bool IsSignedByAuthority(X509Certificate2 certificate)
    {
        if (_authority is null)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; // Docker's own authorities publish no revocation list.
        return chain.Build(certificate);
    }
}
