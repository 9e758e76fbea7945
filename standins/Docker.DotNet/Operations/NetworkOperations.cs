using System.Net;
using Docker.DotNet.Internal;
using Docker.DotNet.Models;

namespace Docker.DotNet;

internal sealed class NetworkOperations(EngineRequests requests) : INetworkOperations
{
    private static readonly Thrower NoSuchNetwork = (status, body) =>
    {
        if (status == HttpStatusCode.NotFound)
        {
            throw new DockerNetworkNotFoundException(status, body);
        }
    };

    public Task<NetworksCreateResponse> CreateNetworkAsync(
        NetworksCreateParameters parameters, CancellationToken cancellationToken) =>
        requests.PostAsync<NetworksCreateResponse>("networks/create", new Query(), parameters, cancellationToken);

    public Task DeleteNetworkAsync(string id, CancellationToken cancellationToken) =>
        requests.SendAsync(HttpMethod.Delete, $"networks/{id}", new Query(), cancellationToken, NoSuchNetwork);
}
