using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace GoldenPath.Scenarios.Certificates;

/// <summary>Puts into words why a certificate is not trusted, with what mends just that.</summary>
/// <param name="host">The name that was asked for.</param>
/// <param name="certificate">What was shown.</param>
/// <param name="chain">Who signed it, as far as that is known.</param>
/// <param name="errors">What is wrong.</param>
internal sealed class CertificateReading(string host, X509Certificate2 certificate, X509Chain? chain, SslPolicyErrors errors)
{
    private const X509ChainStatusFlags Unsigned =
        X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.NotSignatureValid;

    /// <summary>A server that shows none.</summary>
    public static CertificateFault NoneShown { get; } =
        new("it shows no certificate", [new("Give the server a certificate for its name, or ask it without TLS (ws://, http://).")]);

    private X509ChainStatusFlags Status =>
        (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);

    /// <summary>What is wrong.</summary>
    public CertificateFault Fault
    {
        get
        {
            List<CertificateFault> found = [.. Found().OfType<CertificateFault>()];
            var what = found.Count == 0 ? "is not trusted" : string.Join(", and ", found.Select(fault => fault.Text));
            return new($"its certificate ({Name(certificate.Subject)}) {what}", [.. found.SelectMany(fault => fault.Remedies)]);
        }
    }

    private IEnumerable<CertificateFault?> Found()
    {
        yield return Status.HasFlag(X509ChainStatusFlags.NotTimeValid) ? OutOfTime() : null;
        yield return errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? OtherName() : null;
        yield return (Status & Unsigned) != 0 ? Untrusted() : null;
        yield return (Status & ~Unsigned & ~X509ChainStatusFlags.NotTimeValid) is not X509ChainStatusFlags.NoError and var other
            ? new($"is not trusted ({other})", [new("Have it issued anew for this use.")])
            : null;
    }

    private CertificateFault OutOfTime()
    {
        var late =
            chain!
                .ChainElements.FirstOrDefault(element =>
                    element.ChainElementStatus.Any(one => one.Status.HasFlag(X509ChainStatusFlags.NotTimeValid))
                )
                ?.Certificate
            ?? certificate;
        var whose = late.Equals(certificate) ? "" : $"is signed by '{Name(late.Subject)}', which ";
        var now = TimeProvider.System.GetLocalNow().DateTime;
        return now < late.NotBefore
            ? new(
                $"{whose}is valid from {Day(late.NotBefore)} on only",
                [new("Set the clock of this machine, or wait until the certificate is valid.", "date -u")]
            )
            : new($"{whose}expired on {Day(late.NotAfter)}", [new("Renew the certificate, and let the service load the new one.")]);
    }

    private CertificateFault OtherName()
    {
        var names = Names();
        return new(
            names.Count == 0
                ? $"names no host, so it is not for '{host}'"
                : $"is for {string.Join(", ", names.Take(5).Select(name => $"'{name}'"))}, not for '{host}'",
            [
                new(
                    $"Have it issued for '{host}' (subjectAltName), or ask by a name that it holds{(names.Count == 0 ? "" : $": {names[0]}")}."
                ),
            ]
        );
    }

    private CertificateFault Untrusted()
    {
        var isOwn = certificate.Subject == certificate.Issuer;
        return new(
            isOwn
                ? "is signed by itself, and nobody here trusts it"
                : $"is signed by {Name(certificate.Issuer)}, which is not trusted here",
            [
                new(
                    $"Name the file with {(isOwn ? "this certificate" : "the authority's certificate")} beside the URL in goldenpath.yml: ca: path/to/{(isOwn ? "cert" : "ca")}.pem"
                ),
                new(
                    "Or let this machine trust it.",
                    $"sudo cp {(isOwn ? "cert" : "ca")}.pem /usr/local/share/ca-certificates/golden-path.crt && sudo update-ca-certificates"
                ),
                new("Or trust whatever is shown, on a test machine only: insecure: true"),
            ]
        );
    }

    private List<string> Names()
    {
        var alternatives = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
        return
        [
            .. alternatives?.EnumerateDnsNames() ?? [],
            .. alternatives?.EnumerateIPAddresses().Select(address => address.ToString()) ?? [],
        ];
    }

    private static string Name(string distinguished) => distinguished.Length == 0 ? "no name" : distinguished;

    private static string Day(DateTime local) => local.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
