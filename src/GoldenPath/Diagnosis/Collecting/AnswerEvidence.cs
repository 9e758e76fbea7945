using System.Net;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Readiness;

namespace GoldenPath.Diagnosis.Collecting;

/// <summary>Writes down what addresses answer to an attempt to connect: those of the services, and those that logs call refused. Nothing is sent.</summary>
/// <remarks>A log may hold anybody's text: a public address that one names is not connected to.</remarks>
internal sealed class AnswerEvidence(CaptureSubject subject)
{
    private const int MostAddresses = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);
    private readonly EvidenceSheet _sheet = subject.Sheet("network");

    /// <param name="named">The addresses that logs call refused.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<AnswerFact>> CollectAsync(
        IEnumerable<(string Host, int Port)> named,
        CancellationToken cancellationToken
    )
    {
        var own = subject
            .Definition.Services.Where(service => subject.Port(service) is not null)
            .Select(service => (subject.Host(service), subject.Port(service)!.Value));
        var asked = own.Select(address => (Address: address, IsDeclared: true))
            .Concat(named.Select(address => (Address: address, IsDeclared: false)))
            .DistinctBy(one => one.Address)
            .Take(MostAddresses);
        var answers = await Task.WhenAll(
            asked.Select(one => Task.Run(() => AskAsync(one.Address, one.IsDeclared, cancellationToken), cancellationToken))
        );
        await AddNamesAsync(cancellationToken);
        AddProxies();
        _sheet.Write();
        return [.. answers.SelectMany(facts => facts)];
    }

    private async Task<IReadOnlyList<AnswerFact>> AskAsync(
        (string Host, int Port) address,
        bool isDeclared,
        CancellationToken cancellationToken
    )
    {
        var known = await TargetAddresses.ResolveAsync(address.Host, cancellationToken);
        return known.Count == 0
            ?
            [
                new(
                    address.Host,
                    address.Port,
                    false,
                    _sheet.Add($"connect to {address.Host}:{address.Port}: this machine knows no address of '{address.Host}'")
                ),
            ]
            : [.. known.Where(ip => isDeclared || IsNear(ip)).Select(ip => Knock(address, ip, cancellationToken))];
    }

    // This machine, and private networks (RFC 1918, RFC 4193, link-local).
    private static bool IsNear(IPAddress address) =>
        IPAddress.IsLoopback(address)
        || address.IsIPv6UniqueLocal
        || address.IsIPv6LinkLocal
        || (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes()
            is [10, _, _, _]
                or [172, >= 16 and < 32, _, _]
                or [192, 168, _, _]
                or [169, 254, _, _];

    private AnswerFact Knock((string Host, int Port) address, IPAddress ip, CancellationToken cancellationToken)
    {
        var (socket, answer) = Readiness.Probes.Knock.On(new(ip, address.Port), Patience, cancellationToken);
        using (socket)
        {
            var seen = _sheet.Add($"connect to {address.Host}:{address.Port} at {new IPEndPoint(ip, address.Port)}: {answer.Text}");
            return new(address.Host, address.Port, socket is not null, seen);
        }
    }

    private async Task AddNamesAsync(CancellationToken cancellationToken)
    {
        var addresses = await TargetAddresses.ResolveAsync("localhost", cancellationToken);
        _sheet.Add(addresses.Count == 0 ? "localhost resolves to nothing" : $"localhost resolves to {string.Join(" and ", addresses)}");
    }

    private void AddProxies()
    {
        foreach (
            var name in new[] { "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "all_proxy", "no_proxy" }
        )
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
            {
                _sheet.Add($"environment: {name}={value}");
            }
        }
    }
}
