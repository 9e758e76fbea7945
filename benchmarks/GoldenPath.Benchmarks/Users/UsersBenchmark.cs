using System.Globalization;
using System.Runtime.InteropServices;
using GoldenPath.Scenarios;

namespace GoldenPath.Benchmarks.Users;

/// <summary>Lets users walk, in rounds, and prints what each took.</summary>
internal sealed class UsersBenchmark(Target target, int users, bool isCold, TextWriter output)
{
    private const int WarmUp = 50;

    private readonly UserWalks _walks = new(target);

    /// <summary>Runs the rounds and prints each.</summary>
    /// <returns>Whether every session of every round passed.</returns>
    public async Task<bool> RunAsync(int rounds, CancellationToken cancellationToken)
    {
        await WriteAsync($"{users} users side by side against {target.Name}");
        await WriteAsync(
            $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}"
        );
        if (!isCold)
        {
            await _walks.WalkAsync(Math.Min(users, WarmUp), cancellationToken);
        }

        var passed = true;
        for (var number = 1; number <= rounds; number++)
        {
            var round = await _walks.WalkAsync(users, cancellationToken);
            await PrintAsync(number, round);
            passed &= round.Result.Passed && round.Passed == users;
        }

        return passed;
    }

    private async Task PrintAsync(int number, Round round)
    {
        await WriteAsync($"");
        await WriteAsync(
            $"Round {number}: {round.Passed} of {users} sessions passed, {users - round.Result.Sessions.Count} lost, {round.Messages} messages, {round.Result.Duration.TotalSeconds:F2} s, {round.SessionsPerSecond:F0} sessions/s"
        );
        await WriteAsync($"  {"", -16}{"p50", 9}{"p95", 9}{"p99", 9}{"max", 9}  ms");
        foreach (var (name, times) in Steps(round.Result.Sessions).Where(step => step.Milliseconds.Length > 0))
        {
            await WriteAsync($"  {name, -16}{At(times, 0.50), 9:F1}{At(times, 0.95), 9:F1}{At(times, 0.99), 9:F1}{At(times, 1), 9:F1}");
        }

        await PrintAsync("judge", round.Own, round.Result.Duration);
        if (round.Backend is { } backend)
        {
            await PrintAsync("service", backend, round.Result.Duration);
        }

        foreach (var violation in round.Result.Violations.Take(5))
        {
            await WriteAsync($"  user {violation.User}: {violation.Rule}, {violation.Cause}: {violation.Text}");
        }
    }

    private Task PrintAsync(string who, Usage usage, TimeSpan duration) =>
        WriteAsync(
            $"  {who, -16}{usage.Cpu.TotalSeconds:F2} s CPU ({usage.Cpu / duration:F2} cores), peak memory {usage.PeakMemory / 1048576.0:F0} MiB"
        );

    private static IEnumerable<(string Name, double[] Milliseconds)> Steps(IReadOnlyList<SessionSummary> sessions)
    {
        yield return ("login", Sorted(sessions.Select(session => session.Login)));
        yield return ("connect + ready", Sorted(sessions.Select(session => session.Connect)));
        foreach (var name in sessions.SelectMany(session => session.Events.Keys).Distinct())
        {
            yield return (name, Sorted(sessions.Select(session => session.Events.TryGetValue(name, out var at) ? at : (TimeSpan?)null)));
        }
    }

    private static double[] Sorted(IEnumerable<TimeSpan?> times) =>
        [.. times.OfType<TimeSpan>().Select(time => time.TotalMilliseconds).Order()];

    // The smallest value that at least this share of all values does not exceed.
    private static double At(double[] sorted, double share) => sorted[Math.Max((int)Math.Ceiling(sorted.Length * share) - 1, 0)];

    private Task WriteAsync(FormattableString line) => output.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));
}
