using Docker.DotNet.Models;

namespace GoldenPath.Docker.Engine;

/// <summary>Ends containers. An engine that hangs is not waited for: the lease still names what it may have left.</summary>
internal static class EngineStop
{
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    /// <summary>Stops a container: its signal, then, after the grace or when the token asks for haste, a kill.</summary>
    public static Task StopAsync(EngineConnection engine, string id, TimeSpan grace, CancellationToken hurry)
    {
        var wanted = new ContainerStopParameters { WaitBeforeKillSeconds = (uint)Math.Ceiling(grace.TotalSeconds) };
        return TryAsync(token => engine.Client.Containers.StopContainerAsync(id, wanted, token), grace + Slack, hurry);
    }

    /// <summary>Removes a container, running or not, with the volumes that have no name.</summary>
    public static Task RemoveAsync(EngineConnection engine, string id, CancellationToken cancellationToken)
    {
        var wanted = new ContainerRemoveParameters { Force = true, RemoveVolumes = true };
        return TryAsync(token => engine.Client.Containers.RemoveContainerAsync(id, wanted, token), Slack, cancellationToken);
    }

    private static async Task TryAsync(Func<CancellationToken, Task> act, TimeSpan budget, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(budget, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await act(either.Token).WaitAsync(either.Token);
        }
        catch (Exception e) when (EngineErrors.IsExpected(e))
        {
            // It is gone already, or the engine does not answer; the teardown asks the engine what is left.
        }
    }
}
