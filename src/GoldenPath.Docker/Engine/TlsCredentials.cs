using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Docker.DotNet;
using GoldenPath.Guard.Engine;
using Microsoft.Net.Http.Client;

namespace GoldenPath.Docker.Engine;

/// <summary>Docker's TLS files: an authority to check the engine by, and a certificate to be known by.</summary>
internal sealed class TlsCredentials : Credentials
{
    private readonly X509Certificate2? _own;
    private readonly X509Certificate2Collection _authorities;
    private readonly bool _verifies;

    private TlsCredentials(X509Certificate2? own, X509Certificate2Collection authorities, bool verifies)
    {
        _own = own;
        _authorities = authorities;
        _verifies = verifies;
    }

    /// <summary>Reads <c>ca.pem</c>, <c>cert.pem</c> and <c>key.pem</c>; each may be missing, as for Docker's own programs.</summary>
    /// <exception cref="PipelineException">A file cannot be read, or is no PEM.</exception>
    public static TlsCredentials Load(LocatedEngine address)
    {
        var files = new EngineCertificates(address.Certificates!);
        try
        {
            return new TlsCredentials(files.ReadOwn(), files.ReadAuthorities(), address.VerifiesServer);
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
        foreach (var authority in _authorities)
        {
            authority.Dispose();
        }

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
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; // Docker's own authorities publish no revocation list.
        return chain.Build(certificate);
    }
}
