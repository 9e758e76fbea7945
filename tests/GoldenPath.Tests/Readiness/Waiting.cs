using System.Net;
using GoldenPath.Configuration;
using GoldenPath.Readiness;
using GoldenPath.Services;

namespace GoldenPath.Tests.Readiness;

/// <summary>Waits as the specs want it.</summary>
internal static class Waiting
{
    public static readonly TimeSpan Short = TimeSpan.FromMilliseconds(400);
    public static readonly TimeSpan Long = TimeSpan.FromSeconds(40);
    private static readonly IReadOnlyList<IPAddress> BothFamilies = [IPAddress.Loopback, IPAddress.IPv6Loopback];

    public static ReadinessTarget Target(
        int? port,
        ISupervisedService? process,
        ReadinessDefinition? ready = null,
        string host = "127.0.0.1"
    ) =>
        new()
        {
            Service = "backend",
            Host = host,
            Port = port,
            Process = process,
            Ready = ready ?? new() { Timeout = Long },
        };

    public static Task<ReadinessOutcome> ForAsync(
        int? port,
        ISupervisedService? process,
        ReadinessDefinition? ready = null,
        string host = "127.0.0.1"
    ) => ForAsync(Target(port, process, ready, host));

    /// <summary>Waits, with <c>localhost</c> standing for both families whatever this machine's hosts file says.</summary>
    public static Task<ReadinessOutcome> ForAsync(ReadinessTarget target) =>
        new ReadinessWait
        {
            Resolve = (host, _) => Task.FromResult(host == "localhost" ? BothFamilies : [IPAddress.Parse(host)]),
        }.WaitAsync(target, CancellationToken.None);
}
