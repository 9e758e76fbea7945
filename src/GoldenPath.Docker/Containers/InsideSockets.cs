using System.Globalization;
using System.Net;
using Docker.DotNet.Models;
using GoldenPath.Docker.Engine;
using GoldenPath.Guard.Processes;

namespace GoldenPath.Docker.Containers;

/// <summary>What listens inside a container.</summary>
internal static class InsideSockets
{
    private static readonly string[] Files = ["net/tcp", "net/tcp6"];

    // The engine's own name server in each container of a network.
    private static readonly IPAddress EngineDns = new([127, 0, 0, 11]);

    /// <summary>The addresses and ports that listen: read through this machine's <c>/proc</c>, or else by a <c>cat</c> inside.</summary>
    /// <returns><c>null</c> where neither tells.</returns>
    public static async Task<IReadOnlyList<IPEndPoint>?> ListAsync(
        EngineConnection engine,
        ContainerView container,
        CancellationToken cancellationToken
    )
    {
        var lists = ReadHere(engine, container) ?? await ReadInsideAsync(engine, container, cancellationToken);
        return lists is null
            ? null
            :
            [
                .. lists
                    .SelectMany(ProcNetTcp.Listening)
                    .Select(socket => Plain(socket.Local))
                    .Where(socket => !socket.Address.Equals(EngineDns))
                    .Distinct(),
            ];
    }

    private static List<string[]>? ReadHere(EngineConnection engine, ContainerView container)
    {
        if (!HostProcess.BelongsTo(container.Pid, container.Id))
        {
            return null;
        }

        try
        {
            return
            [
                .. Files
                    .Select(file => string.Create(CultureInfo.InvariantCulture, $"/proc/{container.Pid}/{file}"))
                    .Where(File.Exists)
                    .Select(File.ReadAllLines),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static async Task<List<string[]>?> ReadInsideAsync(
        EngineConnection engine,
        ContainerView container,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var lists = new List<string[]>();
            foreach (var file in Files)
            {
                lists.Add(
                    (await RunAsync(engine, container.Id, ["cat", "/proc/" + file], cancellationToken)).Split(
                        '\n',
                        StringSplitOptions.RemoveEmptyEntries
                    )
                );
            }

            return lists.TrueForAll(lines => lines is [var heading, ..] && heading.Contains("local_address", StringComparison.Ordinal))
                ? lists
                : null;
        }
        catch (Exception e) when (EngineErrors.IsExpected(e))
        {
            return null; // An image without cat cannot tell.
        }
    }

    private static async Task<string> RunAsync(EngineConnection engine, string id, string[] command, CancellationToken cancellationToken)
    {
        var wanted = new ContainerExecCreateParameters
        {
            AttachStdout = true,
            AttachStderr = true,
            Cmd = command,
        };
        var created = await engine.Client.Exec.ExecCreateContainerAsync(id, wanted, cancellationToken);
        using var output = await engine.Client.Exec.StartAndAttachContainerExecAsync(created.ID, tty: false, cancellationToken);
        return (await output.ReadOutputToEndAsync(cancellationToken)).stdout;
    }

    private static IPEndPoint Plain(IPEndPoint socket) =>
        socket.Address.IsIPv4MappedToIPv6 ? new IPEndPoint(socket.Address.MapToIPv4(), socket.Port) : socket;
}
