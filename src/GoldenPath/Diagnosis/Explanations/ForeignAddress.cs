using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>The service was told to listen on an address that this machine does not have.</summary>
internal sealed class ForeignAddress : IExplanation
{
    public IReadOnlyList<SignKind> Kinds { get; } = [SignKind.AddressElsewhere];

    public Account Explain(Case broken, ServiceFact service, Sign sign)
    {
        var address = sign.Host is { Length: > 0 } host ? $"'{host}'" : "the address that it is told to listen on";
        return new(
            Causes.InvalidValue,
            $"Service '{service.Name}' cannot listen on {address}, which is none of this machine's: {sign.Seen.Text}",
            "Its log says that the address is none of this machine's.",
            IsBorneOut: false
        )
        {
            Remedies =
            [
                new(
                    $"Let '{service.Name}' listen on 127.0.0.1, or on 0.0.0.0 for every address of this machine, instead of {address}: in its settings or at {service.Declared}."
                ),
                new("See which addresses this machine has.", OperatingSystem.IsWindows() ? "Get-NetIPAddress" : "ip -brief address"),
            ],
        };
    }
}
