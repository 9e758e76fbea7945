using System.Net;
using Docker.DotNet.Internal;
using Docker.DotNet.Models;

namespace Docker.DotNet;

internal sealed class ContainerOperations(EngineRequests requests) : IContainerOperations
{
    private static readonly Thrower NoSuchContainer = (status, body) =>
    {
        if (status == HttpStatusCode.NotFound)
        {
            throw new DockerContainerNotFoundException(status, body);
        }
    };

    private static readonly Thrower NoSuchImage = (status, body) =>
    {
        if (status == HttpStatusCode.NotFound)
        {
            throw new DockerImageNotFoundException(status, body);
        }
    };

    public Task<IList<ContainerListResponse>> ListContainersAsync(
        ContainersListParameters parameters, CancellationToken cancellationToken) =>
        requests.GetAsync<IList<ContainerListResponse>>(
            "containers/json", new Query().Add("all", parameters.All).AddJson("filters", parameters.Filters), cancellationToken);

    public Task<CreateContainerResponse> CreateContainerAsync(
        CreateContainerParameters parameters, CancellationToken cancellationToken) =>
        requests.PostAsync<CreateContainerResponse>(
            "containers/create", new Query().Add("name", parameters.Name), parameters, cancellationToken, NoSuchImage);

    public Task<ContainerInspectResponse> InspectContainerAsync(string id, CancellationToken cancellationToken) =>
        requests.GetAsync<ContainerInspectResponse>($"containers/{id}/json", new Query(), cancellationToken, NoSuchContainer);

    public async Task<bool> StartContainerAsync(string id, ContainerStartParameters parameters, CancellationToken cancellationToken) =>
        await requests.SendAsync(HttpMethod.Post, $"containers/{id}/start", new Query(), cancellationToken, NoSuchContainer)
            != HttpStatusCode.NotModified;

    public async Task<bool> StopContainerAsync(string id, ContainerStopParameters parameters, CancellationToken cancellationToken) =>
        await requests.SendAsync(
            HttpMethod.Post,
            $"containers/{id}/stop",
            new Query().Add("t", parameters.WaitBeforeKillSeconds),
            cancellationToken,
            NoSuchContainer) != HttpStatusCode.NotModified;

    public Task KillContainerAsync(string id, ContainerKillParameters parameters, CancellationToken cancellationToken) =>
        requests.SendAsync(
            HttpMethod.Post, $"containers/{id}/kill", new Query().Add("signal", parameters.Signal), cancellationToken, NoSuchContainer);

    public Task RemoveContainerAsync(string id, ContainerRemoveParameters parameters, CancellationToken cancellationToken) =>
        requests.SendAsync(
            HttpMethod.Delete,
            $"containers/{id}",
            new Query().Add("v", parameters.RemoveVolumes).Add("force", parameters.Force),
            cancellationToken,
            NoSuchContainer);

    public async Task<MultiplexedStream> GetContainerLogsAsync(
        string id, bool tty, ContainerLogsParameters parameters, CancellationToken cancellationToken)
    {
        var query = new Query()
            .Add("stdout", parameters.ShowStdout)
            .Add("stderr", parameters.ShowStderr)
            .Add("follow", parameters.Follow)
            .Add("timestamps", parameters.Timestamps)
            .Add("since", parameters.Since)
            .Add("tail", parameters.Tail);
        var request = requests.Request(HttpMethod.Get, $"containers/{id}/logs", query);
        return new MultiplexedStream(await requests.StreamAsync(request, cancellationToken, NoSuchContainer), !tty);
    }
}
