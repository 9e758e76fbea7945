using System.Diagnostics;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using GoldenPath.Docker.Engine;

namespace GoldenPath.Tests.Docker;

/// <summary>An engine on another machine, as far as a network goes: it has a network of its own, and is reached over TCP with certificates on both sides.</summary>
internal sealed class FarEngine : IAsyncDisposable
{
    private const string Network = "golden-path-far";
    private static readonly (string Here, string There) Link = ("gpfar0", "gpfar1");

    private readonly TestAuthority _authority = new();
    private readonly TemporaryFolder _certificates = new();
    private readonly OwnEngine _engine;

    public FarEngine()
    {
        Assert.True(OwnEngine.IsPossible, "It needs an engine of its own: run '.ci/docker install' as root.");
        MakeNetwork();
        Issue(_authority, "server");
        Issue(_authority, "");
        File.Copy(_authority.CertificateFile, _certificates.File("ca.pem"));
        _engine = new OwnEngine(
            through: ["nsenter", $"--net=/run/netns/{Network}"],
            more:
            [
                "--host",
                $"tcp://{Host}:2376",
                "--tlsverify",
                "--tlscacert",
                _certificates.File("ca.pem"),
                "--tlscert",
                _certificates.File("servercert.pem"),
                "--tlskey",
                _certificates.File("serverkey.pem"),
            ]
        );
    }

    /// <summary>Its machine.</summary>
    public static IPAddress Host { get; } = new([10, 213, 77, 2]);

    /// <summary>The folder of the files that a client shows.</summary>
    public string Certificates => _certificates.Path;

    public static LocatedEngine AddressWith(string certificates) =>
        new()
        {
            Endpoint = new Uri($"tcp://{Host}:2376"),
            Source = "DOCKER_HOST",
            Certificates = certificates,
        };

    /// <summary>Waits until it answers, and has an image.</summary>
    public async Task ReadyAsync()
    {
        await _engine.ReadyAsync();
        using var connection = await EngineConnection.OpenAsync(_engine.Address, TimeProvider.System, CancellationToken.None);
        await EngineFixture.BuildAsync(connection.Client, EngineFixture.Busybox, EngineFixture.BusyboxFile);
    }

    /// <summary>Signs a certificate and puts it with its key into a folder.</summary>
    public void Issue(TestAuthority authority, string prefix, string? folder = null)
    {
        using var certificate = authority.Issue(Host.ToString());
        using var key = certificate.GetRSAPrivateKey()!;
        File.WriteAllText(Path.Combine(folder ?? Certificates, prefix + "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder ?? Certificates, prefix + "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        RemoveNetwork();
        _certificates.Dispose();
        _authority.Dispose();
    }

    private static void MakeNetwork()
    {
        RemoveNetwork();
        Shell(
            $"""
            ip netns add {Network}
            ip link add {Link.Here} type veth peer name {Link.There} netns {Network}
            ip addr add 10.213.77.1/24 dev {Link.Here} && ip link set {Link.Here} up
            nsenter --net=/run/netns/{Network} sh -ec 'ip addr add {Host}/24 dev {Link.There}; ip link set {Link.There} up; ip link set lo up'
            """
        );
    }

    private static void RemoveNetwork() => Shell($"{{ ip link del {Link.Here}; ip netns del {Network}; }} 2>/dev/null || true");

    private static void Shell(string script)
    {
        using var shell = Process.Start("sh", ["-ec", script]);
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
