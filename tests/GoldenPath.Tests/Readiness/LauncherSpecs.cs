using GoldenPath.Configuration;
using GoldenPath.Services;
using GoldenPath.Tests.Services;

namespace GoldenPath.Tests.Readiness;

/// <summary>A command that starts something, ends with 0 and leaves it running.</summary>
public sealed class LauncherSpecs
{
    private static readonly ReadinessDefinition Ready = new() { Http = "/", Timeout = Waiting.Long };

    [Spec]
    public async Task What_a_launcher_leaves_running_is_named_with_what_declares_it()
    {
        using var reservation = FreePort.Reserve();
        await using var run = await SupervisedRun.StartAsync();
        var service = await run.StartAsync(["bash", "-c", "(exec -a nginx sleep 60) & exit 0"]);

        var failure = (await Waiting.ForAsync(reservation.Port, service, Ready)).Failure!;

        Assert.Equal(Causes.ProcessExited, failure.Cause);
        Assert.Contains("exited with code 0", failure.Summary, StringComparison.Ordinal);
        Assert.Matches(@"It left running what it had started: pid \d+ \(nginx 60", failure.Summary);
        Assert.Equal("Let it stay in the foreground: nginx -g 'daemon off;'.", failure.Remedies[0].Text);
        Assert.Contains("external: true", failure.Remedies[1].Text, StringComparison.Ordinal);
    }

    [Spec]
    public async Task Where_the_daemon_listens_is_told()
    {
        using var reservation = FreePort.Reserve();
        await using var run = await SupervisedRun.StartAsync();
        var command = string.Join(' ', Misbehaving.Command($"listen 127.0.0.1:0").Select(word => $"'{word}'"));
        var service = await run.StartAsync([
            "bash",
            "-c",
            $"setsid {command} & while ! grep -q listening {run.LogFile()}; do sleep 0.05; done; exit 0",
        ]);

        var failure = (await Waiting.ForAsync(reservation.Port, service, Ready)).Failure!;

        Assert.Matches(@", listening on 127\.0\.0\.1:\d+\.", failure.Summary);
    }

    [TableSpec]
    [InlineData("exit 0")]
    [InlineData("sleep 60 & exit 3")]
    public async Task Who_leaves_nothing_or_fails_is_no_launcher(string script)
    {
        using var reservation = FreePort.Reserve();
        await using var run = await SupervisedRun.StartAsync();
        var service = await run.ShellAsync(script);

        var failure = (await Waiting.ForAsync(reservation.Port, service, Ready)).Failure!;

        Assert.DoesNotContain("left running", failure.Summary, StringComparison.Ordinal);
    }
}
