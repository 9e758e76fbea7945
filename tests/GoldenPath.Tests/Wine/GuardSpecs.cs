using System.Text.Json;
using GoldenPath.Tests.Guard.Windows;

namespace GoldenPath.Tests.Wine;

/// <summary>The guard and what it starts, on Windows.</summary>
[Collection(WineSpecs.Name)]
public sealed class GuardSpecs
{
    private const int Lines = 12;

    [WineSpec]
    public async Task When_the_owner_is_killed_nothing_is_left_of_a_deaf_tree()
    {
        await using var run = Hold("ignore-signals", "+", "spawn", "2", "+", "spawn", "1", "orphan");
        await run.SaysAsync("holding");
        await Wait.UntilAsync(() => run.Log().Split("spawned").Length > 4);

        run.Kill("GuardOwner.exe");

        await run.NothingIsLeftAsync();
    }

    [WineSpec]
    public async Task When_the_guard_is_killed_the_system_ends_everything_at_once()
    {
        await using var run = Hold("ignore-signals", "+", "spawn", "2");
        await run.SaysAsync("holding");
        await Wait.UntilAsync(() => run.Log().Split("spawned").Length > 2);

        run.Kill("GoldenPath.Guard.exe");

        await Wait.UntilAsync(() => !run.Alive().Any(alive => alive.Program == "MisbehavingService.exe"));
    }

    [WineSpec]
    public async Task An_orderly_stop_is_verified_and_leaves_no_lease()
    {
        await using var run = Hold("spawn", "1", "orphan", "+", "listen", "127.0.0.1:0");
        await run.SaysAsync("holding");
        await Wait.UntilAsync(() => run.Log().Contains("listening", StringComparison.Ordinal));

        run.TellToStop();

        await run.SaysAsync("stopped");
        Assert.Contains("stopped True", run.Output, StringComparison.Ordinal);
        await run.NothingIsLeftAsync();
    }

    [WineSpec]
    public async Task Arguments_arrive_at_a_program_as_they_were_given()
    {
        var lines = Enumerable.Range(0, Lines).Select(seed => HostileArguments.Of(seed)).Where(IsPlain).ToList();
        await using var run = Hold([.. lines.SelectMany(line => (string[])["+", "echo-arguments", .. line]).Skip(1)]);
        await run.SaysAsync("holding");
        await Wait.UntilAsync(() => run.Log().Contains("behaving", StringComparison.Ordinal));

        Assert.Equal(lines, Echoed(run));
    }

    [WineSpec]
    public async Task Arguments_arrive_behind_a_batch_file_and_run_nothing()
    {
        string[] line = ["plain", "two words", "&calc", "a|b>c<d^e", "(x)", "!y!", "semi;comma,equals=", "Grüße 日本", @"C:\ends\"];
        await using var run = new WindowsRun(
            WindowsPrograms.Owner,
            ["{folder}", "hold", "--", "service", "300", @"{folder}\two words.cmd", .. line]
        );
        await File.WriteAllTextAsync(
            Path.Combine(run.Folder, "two words.cmd"),
            $"@\"{WindowsPrograms.Windows(WindowsPrograms.Misbehaving)}\" echo-arguments %*\r\n"
        );
        await run.SaysAsync("holding");
        await Wait.UntilAsync(() => run.Log().Contains("behaving", StringComparison.Ordinal));

        Assert.Equal([line], Echoed(run));
    }

    private static WindowsRun Hold(params IEnumerable<string> behaviours) =>
        new(
            WindowsPrograms.Owner,
            ["{folder}", "hold", "--", "service", "300", WindowsPrograms.Windows(WindowsPrograms.Misbehaving), .. behaviours]
        );

    // What the owner and the service take for separators.
    private static bool IsPlain(IReadOnlyList<string> line) => !line.Any(argument => argument is "+" or "--");

    private static List<string[]> Echoed(WindowsRun run) =>
        [
            .. run.Log()
                .Split('\n')
                .Where(line => line.StartsWith("arguments ", StringComparison.Ordinal))
                .Select(line => JsonSerializer.Deserialize<string[]>(line["arguments ".Length..])!),
        ];
}
