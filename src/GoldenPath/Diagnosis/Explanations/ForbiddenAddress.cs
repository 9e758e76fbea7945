using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>The service may not listen on its address: the port is kept for the system, or a policy forbids it.</summary>
internal sealed class ForbiddenAddress : IExplanation
{
    private const int FirstOfUsers = 1024;

    public IReadOnlyList<SignKind> Kinds { get; } = [SignKind.AddressNotPermitted];

    public Account Explain(Case broken, ServiceFact service, Sign sign)
    {
        var port = sign.Port ?? service.Port;
        var isKept = port is > 0 and < FirstOfUsers;
        return new(
            Causes.PortNotPermitted,
            $"Service '{service.Name}' may not listen on {(port is null ? "its address" : $"port {port}")}{(isKept ? $": ports below {FirstOfUsers} are kept for the system" : "")}.",
            $"Its log says that it may not listen there.",
            isKept
        )
        {
            Remedies =
            [
                new(
                    $"Let '{service.Name}' listen on a port above {FirstOfUsers - 1}: change it in its settings, or port: at {service.Declared}.",
                    $"{broken.File.Command} SmokeTest --port {8000 + ((port ?? 80) % 1000)}"
                ),
                OperatingSystem.IsWindows()
                    ? new("Or free it of a reservation; these are reserved.", "netsh interface ipv4 show excludedportrange protocol=tcp")
                    : new(
                        "Or let every user have such ports, until the next start of the machine.",
                        $"sudo sysctl -w net.ipv4.ip_unprivileged_port_start={port ?? 80}"
                    ),
            ],
        };
    }
}
