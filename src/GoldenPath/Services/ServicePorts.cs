using GoldenPath.Configuration;

namespace GoldenPath.Services;

/// <summary>The ports of a run's services: declared, asked for on the command line, or taken because 0 was declared.</summary>
internal sealed class ServicePorts : IDisposable
{
    private readonly Dictionary<string, int> _ports = new(StringComparer.Ordinal);
    private readonly List<PortReservation> _reserved = [];

    /// <summary>The ports by service.</summary>
    public IReadOnlyDictionary<string, int> ByService => _ports;

    /// <summary>Chooses the port of every service that has one.</summary>
    /// <param name="definition">What is declared.</param>
    /// <param name="primary">The primary service's port instead of the declared one.</param>
    /// <param name="known">Ports of services that run already.</param>
    public void Choose(PipelineDefinition definition, int? primary, IReadOnlyDictionary<string, int> known)
    {
        foreach (var service in definition.Services.Where(service => service.Port is not null))
        {
            var wanted = service == definition.Primary ? primary ?? service.Port!.Value : service.Port!.Value;
            _ports[service.Name] =
                known.TryGetValue(service.Name, out var port) ? port
                : wanted > 0 ? wanted
                : Take();
        }
    }

    /// <summary>The port of a service; <c>null</c> where it has none.</summary>
    public int? Of(string service) => _ports.TryGetValue(service, out var port) ? port : null;

    /// <summary>Gives up the reservations: the services listen, or never will.</summary>
    public void Dispose()
    {
        foreach (var reservation in _reserved)
        {
            reservation.Dispose();
        }

        _reserved.Clear();
    }

    private int Take()
    {
        var reservation = FreePort.Reserve();
        _reserved.Add(reservation);
        return reservation.Port;
    }
}
