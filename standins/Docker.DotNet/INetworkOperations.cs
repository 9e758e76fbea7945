using Docker.DotNet.Models;

namespace Docker.DotNet;

public interface INetworkOperations
{
    Task<NetworksCreateResponse> CreateNetworkAsync(
        NetworksCreateParameters parameters, CancellationToken cancellationToken = default);

    Task DeleteNetworkAsync(string id, CancellationToken cancellationToken = default);
}
