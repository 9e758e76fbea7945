using Docker.DotNet.Internal;
using Docker.DotNet.Models;

namespace Docker.DotNet;

internal sealed class SystemOperations(EngineRequests requests) : ISystemOperations
{
    public Task<VersionResponse> GetVersionAsync(CancellationToken cancellationToken) =>
        requests.GetAsync<VersionResponse>("version", new Query(), cancellationToken);

    public Task MonitorEventsAsync(
        ContainerEventsParameters parameters, IProgress<Message> progress, CancellationToken cancellationToken)
    {
        var query = new Query()
            .Add("since", parameters.Since)
            .Add("until", parameters.Until)
            .AddJson("filters", parameters.Filters);
        return requests.MessagesAsync(requests.Request(HttpMethod.Get, "events", query), progress, cancellationToken);
    }
}
