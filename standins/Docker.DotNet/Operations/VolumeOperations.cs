using Docker.DotNet.Internal;
using Docker.DotNet.Models;

namespace Docker.DotNet;

internal sealed class VolumeOperations(EngineRequests requests) : IVolumeOperations
{
    public Task<VolumeResponse> CreateAsync(VolumesCreateParameters parameters, CancellationToken cancellationToken) =>
        requests.PostAsync<VolumeResponse>("volumes/create", new Query(), parameters, cancellationToken);

    public Task RemoveAsync(string name, bool? force, CancellationToken cancellationToken) =>
        requests.SendAsync(HttpMethod.Delete, $"volumes/{name}", new Query().Add("force", force), cancellationToken);
}
