using System.Text.RegularExpressions;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>What the service connects to is there, and does not let it in.</summary>
internal sealed partial class RefusedLogin : IExplanation
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
        if (Table().Match(sign.Line.Text) is { Success: true } table)
        {
            yield return new(
                $"Give the user of '{service.Name}' the right to {table.Groups["table"].Value} there: GRANT … ON {table.Groups["table"].Value} TO that user, as its owner."
            );
            yield break;
        }

        if (sign.Line.Text.Contains("pg_hba", StringComparison.Ordinal))
        {
            yield return new(
                "Let pg_hba.conf of that server take this user from this address, and have it read again.",
                $"psql -h localhost -p {sign.Port ?? 5432} -U postgres -c 'SHOW hba_file' -c 'SELECT pg_reload_conf()'"
            );
        }

        yield return new(
            $"Give '{service.Name}' the user and password that are valid there: its connection string or variables at {service.Declared}: environment:."
        );
        if (Grant(Dependencies.Of(sign).Words ?? "", sign) is { } grant)
        {
            yield return new("Or set that user's password there.", grant);
        }
    }

    private static string? Grant(string system, Sign sign)
    {
        var (text, user) = (sign.Line.Text, sign.Subject ?? Named(sign.Line.Text));
        return system switch
        {
            _ when system.StartsWith("postgres", StringComparison.Ordinal) => Pasted.WithName(
                user,
                plain =>
                    text.Contains("role \"", StringComparison.Ordinal)
                        ? $"psql -h localhost -p {sign.Port ?? 5432} -U postgres -c 'CREATE ROLE \"{plain}\" LOGIN' -c '\\password \"{plain}\"'"
                        : $"psql -h localhost -p {sign.Port ?? 5432} -U postgres -c '\\password \"{plain}\"'"
            ),
            _ when system.StartsWith("mysql", StringComparison.Ordinal) => Pasted.WithName(
                user,
                plain => $"mysql -h 127.0.0.1 -P {sign.Port ?? 3306} -u root -p -e \"ALTER USER '{plain}' IDENTIFIED BY '…'\""
            ),
            _ when system.StartsWith("rabbit", StringComparison.Ordinal) => Pasted.WithName(
                user,
                plain => $"rabbitmqctl change_password {plain} '…'"
            ),
            _ when system.StartsWith("mongo", StringComparison.Ordinal) => Pasted.WithName(
                user,
                plain => $"mongosh admin --eval \"db.changeUserPassword('{plain}', passwordPrompt())\""
            ),
            _ => null,
        };
    }

    [GeneratedRegex(
        @"permission denied (for|to) (table|relation) ""?(?<table>\w+)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        Phrase.Timeout
    )]
    private static partial Regex Table();

    private static string? Named(string text) => User().Match(text) is { Success: true } match ? match.Groups["user"].Value : null;

    [GeneratedRegex(
        @"\b(user(name)?|role)\b[ :=]*['""](?<user>[^'""]{1,80})['""]",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex User();
}
