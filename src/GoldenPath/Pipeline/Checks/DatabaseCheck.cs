using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using GoldenPath.Configuration;

namespace GoldenPath.Pipeline.Checks;

/// <summary>Asks whether anything listens where declared variables say that a database or a broker is. It does not prove that it is one, nor that it
/// lets the service in.</summary>
/// <param name="definition">What is declared.</param>
/// <param name="ports">The ports of this run: what a service of its own will listen on is not expected to answer yet.</param>
internal sealed partial class DatabaseCheck(PipelineDefinition definition, PortFindings ports)
{
    private const string Name = "database";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly Dictionary<string, int> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        ["postgres"] = 5432,
        ["postgresql"] = 5432,
        ["mysql"] = 3306,
        ["mariadb"] = 3306,
        ["redis"] = 6379,
        ["rediss"] = 6379,
        ["mongodb"] = 27017,
        ["amqp"] = 5672,
        ["amqps"] = 5671,
        ["nats"] = 4222,
    };

    /// <summary>Asks all that a command's variables name.</summary>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(DeclaredCommand command, CancellationToken cancellationToken) =>
        await Task.WhenAll(
            command
                .Declared.Where(variable => !DeclaredCommand.IsOpen(variable.Value))
                .Select(variable => (variable.Key, Address: Address().Match(variable.Value)))
                .Where(variable => variable.Address.Success)
                .Select(variable =>
                    (variable.Key, Host: variable.Address.Groups["host"].Value.Trim('[', ']'), Port: PortOf(variable.Address))
                )
                .Where(variable => !IsOwn(variable.Host, variable.Port))
                .Select(variable => ExamineAsync(command.Owner, variable.Key, variable.Host, variable.Port, cancellationToken))
        );

    private static async Task<Finding> ExamineAsync(
        string owner,
        string variable,
        string host,
        int port,
        CancellationToken cancellationToken
    )
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        var where = string.Create(CultureInfo.InvariantCulture, $"{owner}: {variable} names {host}:{port}");
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, deadline.Token);
            return Finding.Ok(Name, $"{where}, which accepts connections");
        }
        catch (SocketException refused)
        {
            return Silent(where, refused.SocketErrorCode == SocketError.ConnectionRefused ? "nothing listens there" : refused.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Silent(where, string.Create(CultureInfo.InvariantCulture, $"nobody answers within {Patience.TotalSeconds:0} s"));
        }
    }

    private static Finding Silent(string where, string how) =>
        Finding.Problem(Name, $"{where}, and {how}.", new Remedy("Start it, declare it as a service of its own, or correct the variable."));

    private static int PortOf(Match address) =>
        int.TryParse(address.Groups["port"].Value, CultureInfo.InvariantCulture, out var port)
            ? port
            : Usual[address.Groups["scheme"].Value];

    private bool IsOwn(string host, int port) =>
        host is "localhost" or "127.0.0.1" or "::1" && definition.Services.Any(service => ports.Of(service) == port);

    [GeneratedRegex(
        @"^(?<scheme>postgres|postgresql|mysql|mariadb|rediss?|mongodb|amqps?|nats)(\+\w+)?://([^@/]*@)?(?<host>\[[0-9a-fA-F:.]+\]|[^:/?#,@]+)(:(?<port>\d{1,5}))?([/?#]|$)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Address();
}
