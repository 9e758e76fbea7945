using System.Net;
using System.Net.Sockets;
using GoldenPath.Docker.Engine;
using GoldenPath.Guard.Engine;
using GoldenPath.Guard.Leases;
using GoldenPath.Tests.Pipeline;

namespace GoldenPath.Tests.Docker;

/// <summary>Engines that are reached over TCP: their ports are asked for where they are, and who listens here is no matter.</summary>
[Collection(EngineSpecs.Name)]
public sealed class RemoteEngineSpecs(EngineFixture engine)
{
    [EngineSpec(Timeout = 180_000)]
    public async Task An_engine_elsewhere_is_asked_with_certificates_and_its_services_where_it_is()
    {
        await using var far = new FarEngine();
        await far.ReadyAsync();
        using var here = new TcpListener(IPAddress.Any, 0); // The same port of this machine belongs to somebody else.
        here.Start();
        var port = ((IPEndPoint)here.LocalEndpoint).Port;
        using var folder = Folder(far, ContainerFiles.Backend.Replace("port: 0", $"port: {port}", StringComparison.Ordinal));

        (await folder.RunAsync("SmokeTest")).Exits(0).Says("golden-path: passed").Says("nothing is left running");

        var service = folder.Result["services"]![0]!;
        Assert.Equal($"http://{FarEngine.Host}:{port}", (string?)service["endpoint"]);
        Assert.True((bool)service["identity"]!["verified"]!);
        await EmptyAsync(far, folder);

        await AKilledRunLeavesNothingThereAsync(far);
        await WhoShowsAnotherAuthoritysCertificateIsToldAsync(far);
    }

    [EngineSpec(Timeout = 90_000)]
    public async Task An_engine_of_this_machine_behind_a_TCP_address_is_known_as_that()
    {
        using var relay = new TcpRelay(engine.Address);
        using var folder = ContainerFiles.Folder(
            engine,
            ContainerFiles.Script(
                $"{ContainerFiles.Serving}; {ContainerFiles.Staying}",
                test: "wget -q -O /dev/null $GOLDENPATH_HTTP_URL/index.html && cp green.xml \"$1\""
            ),
            relay.Address
        );

        (await folder.RunAsync("SmokeTest")).Exits(0);

        var identity = folder.Result["services"]![0]!["identity"]!;
        Assert.True((bool)identity["verified"]!);
        Assert.NotNull((int?)identity["pid"]);
    }

    private static async Task AKilledRunLeavesNothingThereAsync(FarEngine far)
    {
        using var folder = Folder(far, ContainerFiles.Script(ContainerFiles.Staying));
        using var run = folder.Start("SmokeTest", "--no-issue");
        await run.PrintsAsync("║ WaitForPort8002");

        await RunTraces.SignalAsync("KILL", run.Pid);

        await RunTraces.EndAsync(folder, run.Output);
        await EmptyAsync(far, folder, Path.GetFileName(Directory.GetDirectories(Path.Combine(folder.Path, "artifacts/golden-path"))[0]));
    }

    private static async Task WhoShowsAnotherAuthoritysCertificateIsToldAsync(FarEngine far)
    {
        using var other = new TestAuthority();
        using var certificates = new TemporaryFolder();
        far.Issue(other, "", certificates.Path);
        File.Copy(Path.Combine(far.Certificates, "ca.pem"), certificates.File("ca.pem"));

        var refused = await Assert.ThrowsAsync<PipelineException>(() =>
            EngineConnection.OpenAsync(FarEngine.AddressWith(certificates.Path), TimeProvider.System, CancellationToken.None)
        );

        Assert.Equal(Causes.DockerUnreachable, refused.Failure.Cause);
        Assert.Contains("the TLS handshake failed", refused.Failure.Summary, StringComparison.Ordinal);
        File.Copy(other.CertificateFile, certificates.File("ca.pem"), overwrite: true);
        var distrusted = await Assert.ThrowsAsync<PipelineException>(() =>
            EngineConnection.OpenAsync(FarEngine.AddressWith(certificates.Path), TimeProvider.System, CancellationToken.None)
        );
        Assert.Contains("the TLS handshake failed", distrusted.Failure.Summary, StringComparison.Ordinal);
    }

    private static PipelineFolder Folder(FarEngine far, string configuration)
    {
        var folder = new PipelineFolder(configuration)
        {
            DockerHost = FarEngine.AddressWith(far.Certificates).ToString(),
            Environment = { ["DOCKER_TLS_VERIFY"] = "1", ["DOCKER_CERT_PATH"] = far.Certificates },
        };
        folder.Write("green.xml", """<testsuite><testcase name="green"/></testsuite>""");
        Directory.CreateDirectory(Path.Combine(folder.Path, "shared"));
        return folder;
    }

    private static async Task EmptyAsync(FarEngine far, PipelineFolder folder, string? run = null)
    {
        using var client = new EngineClient(new EngineAddress(FarEngine.AddressWith(far.Certificates).ToString(), far.Certificates));
        Assert.Empty(await client.FindAsync("io.goldenpath.run", run ?? (string)folder.Result["runId"]!, CancellationToken.None));
    }
}
