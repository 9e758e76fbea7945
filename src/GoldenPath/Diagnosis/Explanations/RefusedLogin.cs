using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>What the service connects to is there, and does not let it in.</summary>
internal sealed class RefusedLogin : IExplanation
{
    public IReadOnlyList<SignKind> Kinds { get; } = [SignKind.LoginRefused];

    public Account Explain(Case broken, ServiceFact service, Sign sign)
    {
        var there = broken.Answers(sign.Host, sign.Port).Where(answer => answer.Accepted).ToList();
        return new(
            Causes.DependencyRefusedLogin,
            $"Service '{service.Name}' is not let in by what it connects to: {sign.Seen.Text}",
            "Its log says that it was not let in.",
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
        yield return new(
            $"Give '{service.Name}' the user and password that are valid there: its connection string or variables at {service.Declared}: environment:."
        );
        var user = sign.Subject is { Length: > 0 } told ? told : "USER";
        if (Dependencies.Of(sign).Words is { } system && Grant(system, sign.Line.Text, user) is { } grant)
        {
            yield return new("Or set that user's password there.", grant);
        }
    }

    private static string? Grant(string system, string text, string user) =>
        system switch
        {
            _ when system.StartsWith("postgres", StringComparison.Ordinal) => text.Contains("role \"", StringComparison.Ordinal)
                ? $"psql -h localhost -U postgres -c 'CREATE ROLE {Pasted.Name(user)} LOGIN PASSWORD '\\''…'\\'''"
                : $"psql -h localhost -U postgres -c 'ALTER ROLE {Pasted.Name(user)} PASSWORD '\\''…'\\'''",
            _ when system.StartsWith("mysql", StringComparison.Ordinal) =>
                $"mysql -u root -p -e \"ALTER USER {Pasted.Name(user)} IDENTIFIED BY '…'\"",
            _ when system.StartsWith("redis", StringComparison.Ordinal) => "redis-cli CONFIG SET requirepass '…'",
            _ when system.StartsWith("rabbit", StringComparison.Ordinal) => $"rabbitmqctl change_password {Pasted.Name(user)} '…'",
            _ when system.StartsWith("mongo", StringComparison.Ordinal) =>
                $"mongosh admin --eval \"db.changeUserPassword('{Pasted.Name(user)}', '…')\"",
            _ => null,
        };
}
