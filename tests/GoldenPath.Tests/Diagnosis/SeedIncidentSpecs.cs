using System.Diagnostics;
using System.Text.Json;
using GoldenPath.Diagnosis;
using GoldenPath.Runs;
using GoldenPath.Tests.Diagnosis.Matrix;
using GoldenPath.Tests.Pipeline;

namespace GoldenPath.Tests.Diagnosis;

/// <summary>The incident that this project began with: services that somebody else was to start, and nobody did; refused on ::1 and on 127.0.0.1.</summary>
public sealed class SeedIncidentSpecs
{
    private const string TwoFamilies = "127.0.0.1 localhost\n::1 localhost\n";

    [Spec]
    public async Task The_chain_tells_the_five_whys_that_a_person_wrote_by_hand()
    {
        using var port = global::GoldenPath.Services.FreePort.Reserve();
        using var folder = new PipelineFolder(Incident(port.Port));

        (await RunAsync(folder)).Exits(2);

        var run = Path.Combine(folder.Path, "artifacts/golden-path/latest");
        var said = RunJson.TryRead(Path.Combine(run, "run.json"))!.Diagnosis!;
        Assert.Equal((Causes.ServiceNotStarted, Certainty.Confirmed), (said.Cause, said.Certainty));
        Assert.Empty(Citations.Broken(run, said));
        Assert.Contains(said.Remedies, remedy => $"{remedy.Text} {remedy.Command}".Contains($"{port.Port}", StringComparison.Ordinal));
        AssertTells(said, port.Port);
        Assert.Equal(
            JsonSerializer.Serialize(said, RunJson.Compact),
            JsonSerializer.Serialize(Diagnostician.Diagnose(run), RunJson.Compact)
        );
    }

    // Immediate: nothing listens. Infrastructure: it does not run. Configuration: it is external, to be started by hand.
    // Design: the run takes it as given. Architecture: nothing makes sure of it.
    private static void AssertTells(DiagnosisResult said, int port)
    {
        Assert.InRange(said.Chain.Count, 4, 5);
        Assert.All(said.Chain, why => Assert.NotEmpty(why.Evidence));
        var because = said.Chain.Select(why => why.Because).ToList();
        Assert.Contains(because, text => text.Contains($"listens on port {port}", StringComparison.Ordinal));
        Assert.Contains(because, text => text.Contains("does not run", StringComparison.Ordinal));
        Assert.Contains(
            because,
            text => text.Contains("external", StringComparison.Ordinal) && text.Contains("by hand", StringComparison.Ordinal)
        );
        Assert.Contains(because, text => text.Contains("nothing makes sure", StringComparison.Ordinal));
        if (HasTwoFamilies())
        {
            var cited = string.Join('\n', said.Chain.SelectMany(why => why.Evidence).Select(evidence => evidence.Text));
            Assert.Contains("127.0.0.1", cited, StringComparison.Ordinal);
            Assert.Contains("::1", cited, StringComparison.Ordinal);
        }
    }

    private static string Incident(int port) =>
        $$"""
            name: agent-golden-path
            services:
              alpine-test-backend: { external: true, port: {{port}}, ready: { websocket: /ws, timeout: 700ms } }
            scenarios:
              golden-path:
                connect: { url: "ws://localhost:{port}/ws", token: none }
                send: { type: user_message, content: "{nonce}" }
            smoke:
              - scenario: golden-path
              - command: [sh, -c, "echo \"[Errno 61] Connect call failed ('::1', {port}, 0, 0)\";
                                   echo \"[Errno 61] Connect call failed ('127.0.0.1', {port})\"; exit 1"]
                results: "{results}/*.xml"
            """;

    /// <summary>Where localhost has one family only, the run sees a hosts file of its own in which it has both; that takes root.</summary>
    private static async Task<CommandOutput> RunAsync(PipelineFolder folder)
    {
        if (!CanMount)
        {
            return await folder.RunAsync("SmokeTest");
        }

        folder.Write("hosts", TwoFamilies);
        using var command = RunningCommand.Start(
            folder.Path,
            [Programs.OtherTeam, "SmokeTest"],
            new()
            {
                ["GOLDENPATH_STATE"] = Path.Combine(folder.Path, "state"),
                ["TERM"] = "dumb",
                ["GITHUB_TOKEN"] = null,
                ["GITHUB_ACTIONS"] = null,
            },
            through: ["unshare", "-m", "sh", "-c", "mount --bind hosts /etc/hosts && exec \"$@\"", "sh"]
        );
        return await command.EndAsync();
    }

    private static bool HasTwoFamilies() => CanMount || System.Net.Dns.GetHostAddresses("localhost").Length > 1;

    private static bool CanMount { get; } = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Unshares();

    private static bool Unshares()
    {
        using var attempt = Process.Start(new ProcessStartInfo("unshare", ["-m", "mount", "--bind", "/etc/hosts", "/etc/hosts"]))!;
        attempt.WaitForExit();
        return attempt.ExitCode == 0;
    }
}
