using Docker.DotNet.Internal;
using Docker.DotNet.Models;

namespace Docker.DotNet;

internal sealed class ExecOperations(EngineRequests requests) : IExecOperations
{
    public Task<ContainerExecCreateResponse> ExecCreateContainerAsync(
        string id, ContainerExecCreateParameters parameters, CancellationToken cancellationToken) =>
        requests.PostAsync<ContainerExecCreateResponse>($"containers/{id}/exec", new Query(), parameters, cancellationToken);

    public async Task<MultiplexedStream> StartAndAttachContainerExecAsync(string id, bool tty, CancellationToken cancellationToken) =>
        new(await requests.HijackAsync($"exec/{id}/start", new { Detach = false, Tty = tty }, cancellationToken), !tty);
}
