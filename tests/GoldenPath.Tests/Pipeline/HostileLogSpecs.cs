namespace GoldenPath.Tests.Pipeline;

/// <summary>What a log claims neither stops a diagnosis nor sends it anywhere.</summary>
public sealed class HostileLogSpecs
{
    [Spec]
    public async Task A_port_that_cannot_be_hides_no_failure()
    {
        using var folder = Ending("Error: connect ECONNREFUSED 127.0.0.1:99999");

        var ended = (await folder.RunAsync("SmokeTest", "--no-issue")).Exits(2);

        ended.SaysNothingOf("ArgumentOutOfRange").SaysNothingOf("Evidence is missing");
        Assert.Equal("dependency.unreachable", (string?)folder.Result["diagnosis"]!["cause"]);
    }

    [Spec]
    public async Task A_public_address_that_a_log_names_is_not_connected_to()
    {
        using var folder = Ending("Error: connect ECONNREFUSED 192.0.2.7:4444"); // TEST-NET-1, which nobody has.

        (await folder.RunAsync("SmokeTest", "--no-issue")).Exits(2);

        Assert.Equal("likely", (string?)folder.Result["diagnosis"]!["certainty"]);
        Assert.DoesNotContain("192.0.2.7", folder.Read("artifacts/golden-path/latest/evidence/network.txt"), StringComparison.Ordinal);
    }

    private static PipelineFolder Ending(string words) =>
        new(
            $$"""
            name: hostile
            services:
              backend: { process: { command: [sh, -c, "echo '{{words}}' >&2; exit 1"] }, port: 0, ready: { http: / } }
            scenarios:
              golden-path:
                connect: { url: "ws://localhost:{port}/ws", token: none }
                send: { type: user_message, content: "{nonce}" }
            """
        );
}
