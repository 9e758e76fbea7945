using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>What the service connects to gives it no more: connections, quota or rate are used up.</summary>
internal sealed class ExhaustedDependency : IExplanation
{
    public IReadOnlyList<SignKind> Kinds { get; } = [SignKind.Exhausted];

    public Account Explain(Case broken, ServiceFact service, Sign sign)
    {
        var there = broken.Answers(sign.Host, sign.Port).Where(answer => answer.Accepted).ToList();
        return new(
            Causes.DependencyExhausted,
            $"What '{service.Name}' connects to gives it no more: {sign.Seen.Text}",
            "Its log says that connections, quota or rate there are used up.",
            there.Count > 0
        )
        {
            State =
            [
                .. there
                    .Take(1)
                    .Select(answer => new Why($"Is {Dependencies.Address(sign)} there?", $"{answer.Seen.Text}.", [answer.Seen])),
            ],
            Remedies = [.. Remedies(service, sign)],
        };
    }

    private static IEnumerable<Remedy> Remedies(ServiceFact service, Sign sign)
    {
        var system = Dependencies.Of(sign).Words ?? "";
        if (system.StartsWith("postgres", StringComparison.Ordinal))
        {
            yield return new(
                "See who holds the connections, and raise the limit (it counts after the next start of PostgreSQL).",
                $"psql -h localhost -p {sign.Port ?? 5432} -U postgres -c 'SELECT usename, application_name, state, count(*) FROM pg_stat_activity GROUP BY 1, 2, 3' -c 'ALTER SYSTEM SET max_connections = 200'"
            );
        }
        else if (system.StartsWith("mysql", StringComparison.Ordinal))
        {
            yield return new(
                "Raise the limit.",
                $"mysql -h 127.0.0.1 -P {sign.Port ?? 3306} -u root -p -e 'SET GLOBAL max_connections = 500'"
            );
        }
        else if (system.StartsWith("redis", StringComparison.Ordinal))
        {
            yield return sign.Line.Text.Contains("memory", StringComparison.OrdinalIgnoreCase)
                ? new(
                    "Give Redis more memory; 0 is as much as the machine has.",
                    $"redis-cli -p {sign.Port ?? 6379} CONFIG SET maxmemory 0"
                )
                : new("Raise the limit.", $"redis-cli -p {sign.Port ?? 6379} CONFIG SET maxclients 10000");
        }

        yield return new(
            $"Let '{service.Name}' use less of it (a smaller pool, fewer calls, a pause between attempts), or raise the limit of the account that it uses."
        );
    }
}
