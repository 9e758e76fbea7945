using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>A certificate is not trusted, expired or another name's, or only one side speaks TLS.</summary>
internal sealed class UntrustedCertificate : IExplanation
{
    public IReadOnlyList<SignKind> Kinds { get; } = [SignKind.Certificate, SignKind.TlsMismatch];

    public Account Explain(Case broken, ServiceFact service, Sign sign) =>
        sign.Kind == SignKind.TlsMismatch
            ? new(
                Causes.TlsMismatch,
                $"Service '{service.Name}' and what it connects to do not agree on TLS: {sign.Seen.Text}",
                "Its log says that one side speaks TLS and the other does not.",
                IsBorneOut: false
            )
            {
                Remedies =
                [
                    new(
                        $"Use the scheme or sslmode in the address that '{service.Name}' connects to which the other side speaks: without TLS http://, redis://, sslmode=disable; with it https://, rediss://, sslmode=require."
                    ),
                ],
            }
            : new(
                Causes.TlsCertificate,
                $"Service '{service.Name}' does not accept the certificate of what it connects to: {sign.Seen.Text}",
                "Its log says what is wrong with the certificate.",
                IsBorneOut: false
            )
            {
                Remedies = [.. Remedies(service, sign)],
            };

    private static IEnumerable<Remedy> Remedies(ServiceFact service, Sign sign)
    {
        var text = sign.Line.Text;
        if (text.Contains("host", StringComparison.OrdinalIgnoreCase) && text.Contains("key", StringComparison.OrdinalIgnoreCase))
        {
            yield return new(
                $"Make the host keys that the settings of '{service.Name}' name (ssh-keygen -t ed25519 -f FILE), or correct HostKey there; its command is at {service.Declared}."
            );
        }
        else if (
            text.Contains("load", StringComparison.OrdinalIgnoreCase)
            || text.Contains("No such file", StringComparison.OrdinalIgnoreCase)
            || text.Contains("not found", StringComparison.OrdinalIgnoreCase)
            || text.Contains("Cryptographic", StringComparison.Ordinal)
        )
        {
            yield return new(
                $"Put the certificate and its key where '{service.Name}' looks for them, or correct their paths; for a test one can be made.",
                "openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout tls.key -out tls.crt"
            );
        }
        else if (
            text.Contains("expired", StringComparison.OrdinalIgnoreCase)
            || text.Contains("not yet valid", StringComparison.OrdinalIgnoreCase)
        )
        {
            yield return new(
                "Renew the certificate, and see that the clock of this machine is right.",
                OperatingSystem.IsWindows() ? "w32tm /resync" : "sudo timedatectl set-ntp true"
            );
        }
        else if (
            text.Contains("match", StringComparison.OrdinalIgnoreCase)
            || text.Contains("ALTNAME", StringComparison.Ordinal)
            || text.Contains("name", StringComparison.OrdinalIgnoreCase)
        )
        {
            yield return new($"Let '{service.Name}' connect by a name that is in the certificate, or have one made with this name in it.");
        }
        else
        {
            yield return new(
                "Put the certificate of the authority that signed it into the trust store of this machine, after you made sure that it is the right one.",
                OperatingSystem.IsWindows()
                    ? "Import-Certificate -FilePath ca.crt -CertStoreLocation Cert:\\LocalMachine\\Root"
                    : "sudo cp ca.crt /usr/local/share/ca-certificates/ && sudo update-ca-certificates"
            );
            yield return new(
                "Or name it to the runtime alone.",
                OperatingSystem.IsWindows()
                    ? "$env:NODE_EXTRA_CA_CERTS = 'ca.crt'"
                    : "export NODE_EXTRA_CA_CERTS=ca.crt SSL_CERT_FILE=ca.crt REQUESTS_CA_BUNDLE=ca.crt"
            );
        }
    }
}
