using System.Security.Authentication;

namespace GoldenPath.Scenarios.Certificates;

/// <summary>TLS is spoken, and the certificate that was shown is not to be trusted.</summary>
#pragma warning disable CA1064 // Exceptions should be public: nobody outside sees this one, it becomes a failure with its cause.
internal sealed class UntrustedCertificateException(CertificateFault fault) : AuthenticationException(fault.Text)
{
    /// <summary>What is wrong with it.</summary>
    public CertificateFault Fault => fault;
}
#pragma warning restore CA1064
