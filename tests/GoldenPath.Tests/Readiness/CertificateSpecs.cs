using System.Security.Cryptography.X509Certificates;
using GoldenPath.Configuration;
using GoldenPath.Readiness;

namespace GoldenPath.Tests.Readiness;

/// <summary>Health over TLS: which certificates count, and how one that does not is told.</summary>
public sealed class CertificateSpecs : IDisposable
{
    private const string Ok = "HTTP/1.1 200 OK\nContent-Length: 2\n\nok";
    private static readonly ThisProcess Ours = new();

    private readonly TestAuthority _authority = new();

    private TrustDefinition Own => new(_authority.CertificateFile, Insecure: false);

    public void Dispose() => _authority.Dispose();

    [Spec]
    public async Task A_certificate_of_the_declared_authority_is_trusted()
    {
        using var certificate = _authority.Issue();

        var outcome = await AskAsync(certificate, Own);

        Assert.True(outcome.IsReady, outcome.Failure?.Summary);
        Assert.DoesNotContain(outcome.Warnings, warning => warning.Contains("NOT checked", StringComparison.Ordinal));
    }

    [Spec]
    public async Task Whatever_is_shown_is_trusted_where_that_is_declared_and_said_aloud()
    {
        using var certificate = _authority.Issue("elsewhere.test", from: -9, to: -3);

        var outcome = await AskAsync(certificate, TrustDefinition.Everybody);

        Assert.True(outcome.IsReady, outcome.Failure?.Summary);
        Assert.Contains(outcome.Warnings, warning => warning.Contains("NOT checked", StringComparison.Ordinal));
    }

    [Spec]
    public async Task A_certificate_of_an_unknown_authority_ends_the_wait_at_once_and_names_the_file_to_declare()
    {
        using var certificate = _authority.Issue();

        var failure = (await AskAsync(certificate, TrustDefinition.System)).Failure!;

        Assert.Equal(Causes.TlsCertificate, failure.Cause);
        Assert.Contains(
            "its certificate (CN=localhost) is signed by CN=Authority of a spec, which is not trusted here",
            failure.Summary,
            StringComparison.Ordinal
        );
        Assert.Contains(failure.Remedies, remedy => remedy.Text.Contains("ca: path/to/ca.pem", StringComparison.Ordinal));
        Assert.Contains(
            failure.Remedies,
            remedy => remedy.Command?.StartsWith("openssl s_client -connect localhost:", StringComparison.Ordinal) == true
        );
    }

    [TableSpec]
    [InlineData("localhost", -9, -3, "expired on", "Renew the certificate")]
    [InlineData("localhost", 3, 9, "is valid from", "Set the clock")]
    [InlineData("elsewhere.test", -2, 2, "is for 'elsewhere.test', not for 'localhost'", "Have it issued for 'localhost'")]
    public async Task Expired_early_and_for_another_name_are_told_apart(string name, int from, int to, string what, string remedy)
    {
        using var certificate = _authority.Issue(name, from, to);

        var failure = (await AskAsync(certificate, Own)).Failure!;

        Assert.Equal(Causes.TlsCertificate, failure.Cause);
        Assert.Contains(what, failure.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("not trusted here", failure.Summary, StringComparison.Ordinal);
        Assert.StartsWith(remedy, failure.Remedies[0].Text, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_self_signed_certificate_is_told_as_such()
    {
        await using var server = new LoopbackServer(Tls.Serving(LoopbackServer.Answering(Ok)));

        var failure = (await Waiting.ForAsync(server.Port, Ours, Https(server.Port, TrustDefinition.System), "localhost")).Failure!;

        Assert.Equal(Causes.TlsCertificate, failure.Cause);
        Assert.Contains("is signed by itself, and nobody here trusts it", failure.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_port_without_tls_is_a_mismatch_and_no_matter_of_certificates()
    {
        await using var server = new LoopbackServer(LoopbackServer.Answering(Ok));

        var failure = (
            await Waiting.ForAsync(server.Port, Ours, Https(server.Port, Own) with { Timeout = Waiting.Short }, "localhost")
        ).Failure!;

        Assert.Equal(Causes.TlsMismatch, failure.Cause);
        Assert.Contains("speaks plain HTTP", failure.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task Health_may_be_asked_on_another_port_than_the_service_has()
    {
        await using var service = new LoopbackServer((stream, token) => stream.ReadAsync(new byte[1], token).AsTask());
        await using var health = new LoopbackServer(LoopbackServer.Answering(Ok));

        var outcome = await Waiting.ForAsync(
            service.Port,
            Ours,
            new() { Http = $"http://127.0.0.1:{health.Port}/health", Timeout = Waiting.Long }
        );

        Assert.True(outcome.IsReady, outcome.Failure?.Summary);
        Assert.Equal(1, health.Connections);
    }

    private static ReadinessDefinition Https(int port, TrustDefinition trust) =>
        new()
        {
            Http = $"https://localhost:{port}/health",
            Trust = trust,
            Timeout = Waiting.Long,
        };

    private static async Task<ReadinessOutcome> AskAsync(X509Certificate2 certificate, TrustDefinition trust)
    {
        await using var server = new LoopbackServer(Tls.Serving(LoopbackServer.Answering(Ok), certificate));
        return await Waiting.ForAsync(server.Port, Ours, Https(server.Port, trust), "localhost");
    }
}
