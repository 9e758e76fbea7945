using Docker.DotNet.Models;

namespace Docker.DotNet;

public interface IVolumeOperations
{
    Task<VolumeResponse> CreateAsync(VolumesCreateParameters parameters, CancellationToken cancellationToken = default);

    Task RemoveAsync(string name, bool? force = null, CancellationToken cancellationToken = default);
}
