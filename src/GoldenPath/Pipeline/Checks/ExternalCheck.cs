using GoldenPath.Configuration;
using GoldenPath.Readiness;
using GoldenPath.Services;

namespace GoldenPath.Pipeline.Checks;

/// <summary>Asks the services that somebody else starts, with the probes that a run would ask them with.</summary>
/// <param name="definition">What is declared.</param>
/// <param name="ports">The ports of this run.</param>
internal sealed class ExternalCheck(PipelineDefinition definition, PortFindings ports)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<Finding> ExamineAsync(ServiceDefinition service, CancellationToken cancellationToken)
    {
        var endpoint = ScenarioEndpoint.Of(definition, service);
        var ready = Placeholders.Fill(service.Ready, Values.Within(service.Name));
        var outcome = await new ReadinessWait().WaitAsync(
            new ReadinessTarget
            {
                Service = service.Name,
                Host = ready.HttpUrl?.Host.Trim('[', ']') ?? endpoint?.Host ?? "localhost",
                Port = ports.Of(service),
                Ready = ready with { Timeout = ready.Timeout < Patience ? ready.Timeout : Patience },
                DefaultWebSocketPath = endpoint?.Path,
                Tls = endpoint?.Tls ?? false,
            },
            cancellationToken
        );
        return outcome.Failure is { } failure
            ? Finding.Problem("external", failure)
            : Finding.Ok("external", $"{service.Name}: answers, as somebody else has started it");
    }

    private PlaceholderValues Values =>
        new()
        {
            RunId = "doctor",
            ResultsDirectory = definition.Directory,
            Ports = definition
                .Services.Where(service => ports.Of(service) is > 0)
                .ToDictionary(service => service.Name, service => ports.Of(service)!.Value),
            Port = definition.Primary is { } primary ? ports.Of(primary) : null,
        };
}
