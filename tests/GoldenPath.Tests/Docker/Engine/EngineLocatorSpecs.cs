using System.Security.Cryptography;
using System.Text;
using GoldenPath.Docker.Engine;

namespace GoldenPath.Tests.Docker.Engine;

/// <summary>Where the engine is looked for.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class EngineLocatorSpecs : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly Dictionary<string, string> _environment = [];

    public void Dispose() => _home.Dispose();

    [TableSpec]
    [InlineData("unix:///run/other.sock", "unix:///run/other.sock")]
    [InlineData("tcp://10.0.0.7:2375", "tcp://10.0.0.7:2375")]
    [InlineData("10.0.0.7:2375", "tcp://10.0.0.7:2375")]
    [InlineData("npipe:////./pipe/docker_engine", "npipe://./pipe/docker_engine")]
    public async Task DOCKER_HOST_comes_first(string host, string endpoint)
    {
        _environment["DOCKER_HOST"] = host;
        WriteContext("other", "unix:///other.sock");
        _home.Write(".docker/config.json", """{ "currentContext": "other" }""");

        var address = await LocateAsync();

        Assert.Equal((endpoint, "DOCKER_HOST", null), (address.ToString(), address.Source, address.Certificates));
    }

    [TableSpec]
    [InlineData("unix:///run/docker.sock", false)]
    [InlineData("tcp://localhost:2375", false)]
    [InlineData("tcp://127.0.0.1:2375", false)]
    [InlineData("tcp://[::1]:2375", false)]
    [InlineData("tcp://10.0.0.7:2375", true)]
    [InlineData("tcp://docker:2375", true)]
    public async Task An_engine_on_another_machine_publishes_no_port_here(string host, bool isElsewhere)
    {
        _environment["DOCKER_HOST"] = host;

        Assert.Equal(isElsewhere, (await LocateAsync()).IsElsewhere);
    }

    [Spec]
    public async Task The_context_of_the_command_line_comes_second()
    {
        WriteContext("colima", "unix:///home/ada/.colima/docker.sock");
        _home.Write(".docker/config.json", """{ "auths": {}, "currentContext": "colima" }""");

        var address = await LocateAsync();

        Assert.Equal(("unix:///home/ada/.colima/docker.sock", "context 'colima'"), (address.ToString(), address.Source));
    }

    [Spec]
    public async Task A_context_may_be_named_by_the_environment_and_bring_certificates()
    {
        WriteContext("far", "tcp://far:2376", skips: true);
        _home.Write($".docker/contexts/tls/{Id("far")}/docker/ca.pem", "");
        _environment["DOCKER_CONTEXT"] = "far";

        var address = await LocateAsync();

        Assert.Equal(_home.File($".docker/contexts/tls/{Id("far")}/docker"), address.Certificates);
        Assert.False(address.VerifiesServer);
    }

    [Spec]
    public async Task Otherwise_it_is_the_default_socket()
    {
        _home.Write(".docker/config.json", "{ broken");

        var address = await LocateAsync();

        Assert.StartsWith("the default", address.Source, StringComparison.Ordinal);
        Assert.True(address.IsLocal);
    }

    [Spec]
    public async Task TLS_of_the_environment_belongs_to_DOCKER_HOST()
    {
        _environment["DOCKER_HOST"] = "tcp://far:2376";
        _environment["DOCKER_TLS_VERIFY"] = "1";
        _environment["DOCKER_CERT_PATH"] = "/certificates";

        var address = await LocateAsync();

        Assert.Equal(("/certificates", true), (address.Certificates, address.VerifiesServer));
        Assert.Equal(("tcp://far:2376", "1"), (address.Environment["DOCKER_HOST"], address.Environment["DOCKER_TLS_VERIFY"]));
    }

    [TableSpec]
    [InlineData("ssh://ada@far", "ssh -nNT -L")]
    [InlineData("fd://", "unset DOCKER_HOST")]
    public async Task An_address_that_cannot_be_used_is_refused_with_a_way_out(string host, string command)
    {
        _environment["DOCKER_HOST"] = host;

        var failure = (await Assert.ThrowsAsync<PipelineException>(LocateAsync)).Failure;

        Assert.Equal(Causes.DockerUnreachable, failure.Cause);
        Assert.Contains(host, failure.Summary, StringComparison.Ordinal);
        Assert.StartsWith(command, failure.Remedies[0].Command, StringComparison.Ordinal);
    }

    [TableSpec]
    [InlineData("nonsense", "lacks its port")]
    [InlineData("tcp://far", "lacks its port")]
    [InlineData("far:0", "lacks its port")]
    [InlineData("tcp://", "cannot be used|none that can be used")]
    [InlineData("tcp://:2375", "cannot be used|none that can be used")]
    [InlineData("unix://", "three slashes")]
    [InlineData("unix://var/run/docker.sock", "three slashes")]
    [InlineData("://", "none that can be used")]
    [InlineData("tcp://far:99999", "none that can be used")]
    [InlineData(
        "unix:///0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678",
        "at most 107 bytes"
    )]
    public async Task An_address_that_is_nonsense_or_incomplete_says_what_it_lacks(string host, string lacking)
    {
        _environment["DOCKER_HOST"] = host;

        var failure = (await Assert.ThrowsAsync<PipelineException>(LocateAsync)).Failure;

        Assert.Equal(Causes.DockerUnreachable, failure.Cause);
        Assert.Contains($"'{host}', which DOCKER_HOST gives", failure.Summary, StringComparison.Ordinal);
        Assert.Matches(lacking, failure.Summary);
        Assert.Equal("unset DOCKER_HOST", failure.Remedies[0].Command);
    }

    [Spec]
    public async Task A_context_that_does_not_exist_is_named()
    {
        _environment["DOCKER_CONTEXT"] = "nowhere";

        var failure = (await Assert.ThrowsAsync<PipelineException>(LocateAsync)).Failure;

        Assert.Equal("Docker's context 'nowhere', which DOCKER_CONTEXT names, does not exist.", failure.Summary);
    }

    private static string Id(string context) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(context)));

    private void WriteContext(string name, string host, bool skips = false) =>
        _home.Write(
            $".docker/contexts/meta/{Id(name)}/meta.json",
            $$"""{ "Name": "{{name}}", "Endpoints": { "docker": { "Host": "{{host}}", "SkipTLSVerify": {{(skips ? "true" : "false")}} } } }"""
        );

    private Task<LocatedEngine> LocateAsync() =>
        Task.Run(() => new EngineLocator(name => _environment.GetValueOrDefault(name), _home.Path).Locate());
}
