using System.Text.RegularExpressions;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>A database, table, topic or the like that the service needs is missing, or a migration is pending.</summary>
internal sealed partial class UnpreparedDependency : IExplanation
{
    // What a migration tool is known by, and how it is run.
    private static readonly (string Words, string Command)[] Tools =
    [
        ("alembic|Target database is not up to date|sqlalchemy", "alembic upgrade head"),
        ("django|manage\\.py|unapplied migration", "python manage.py migrate"),
        ("prisma|P\\d{4}", "npx prisma migrate deploy"),
        ("ActiveRecord|rails|db:migrate", "bin/rails db:prepare"),
        ("flyway", "flyway migrate"),
        ("liquibase", "liquibase update"),
        ("EntityFramework|PendingModelChanges|Microsoft\\.Data|dotnet ef|DbContext", "dotnet ef database update"),
        ("knex", "npx knex migrate:latest"),
        ("sequelize", "npx sequelize-cli db:migrate"),
        ("typeorm", "npx typeorm migration:run"),
        ("drizzle", "npx drizzle-kit migrate"),
        ("goose", "goose up"),
        ("golang-migrate|schema_migrations", "migrate up"),
        ("laravel|artisan|Illuminate", "php artisan migrate"),
        ("ecto|Phoenix", "mix ecto.migrate"),
        ("diesel", "diesel migration run"),
        ("sqlx", "sqlx migrate run"),
        ("doctrine", "php bin/console doctrine:migrations:migrate"),
    ];

    public IReadOnlyList<SignKind> Kinds { get; } = [SignKind.NotPrepared];

    public Account Explain(Case broken, ServiceFact service, Sign sign)
    {
        var there = broken.Answers(sign.Host, sign.Port).Where(answer => answer.Accepted).ToList();
        return new(
            Causes.DependencyNotPrepared,
            $"What '{service.Name}' connects to is not prepared{(sign.Subject is { Length: > 0 } name ? $", '{name}' is missing" : "")}: {sign.Seen.Text}",
            "Its log says that something is missing there, or that a migration is pending.",
            there.Count > 0
        )
        {
            State =
            [
                .. there
                    .Take(1)
                    .Select(answer => new Why($"Is {Dependencies.Address(sign)} there?", $"{answer.Seen.Text}.", [answer.Seen])),
            ],
            Remedies = [.. Remedies(broken, service, sign)],
        };
    }

    private static IEnumerable<Remedy> Remedies(Case broken, ServiceFact service, Sign sign)
    {
        var text = string.Join('\n', sign.Entry.Lines.Take(60).Select(line => line.Text));
        var project = broken.File.Projects.FirstOrDefault(one => one.Service == service.Name);
        var place = project is null ? "" : $"cd {Pasted.Quote(project.Directory)} && ";
        if (IsServer().IsMatch(service.Declaration.Text) && OfServer().Match(text) is { Success: true } server)
        {
            yield return server.Groups["mysql"].Success
                ? new(
                    $"Make the files of the server anew, in an empty folder: mariadb-install-db with the --user and --datadir of its command at {service.Declared}."
                )
                : new(
                    $"Make the files of the server anew, as the user that runs '{service.Name}'.",
                    Pasted.WithPath(DataOf(service.Declaration.Text), data => $"initdb -D {data}")
                );
        }
        else if (Named().Match(text) is { Success: true } named)
        {
            yield return new("Run what its message names.", place + named.Groups["command"].Value.Trim());
        }
        else if (Creation(sign, text) is { } creation)
        {
            yield return new($"Create it, and let its preparation be part of the run: a service that '{service.Name}' needs.", creation);
        }
        else if (
            Array.Find(Tools, tool => Regex.IsMatch(text, tool.Words, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)).Command is
            { } tool
        )
        {
            yield return new("Run the pending migrations.", place + tool);
        }
        else
        {
            yield return new(
                $"Run the migrations of '{service.Name}', or create what its message names, before it starts: its command at {service.Declared} can do both."
            );
        }
    }

    // A server that was never initialised says so of itself.
    [GeneratedRegex(@"\b(postgres|postmaster|pg_ctl|mysqld|mariadbd)\b", RegexOptions.CultureInvariant)]
    private static partial Regex IsServer();

    private static string? DataOf(string command) => Data().Match(command) is { Success: true } match ? match.Groups["data"].Value : null;

    [GeneratedRegex(
        @"(?<mysql>Table ['`]?mysql\.\w+|mysql_install_db|mariadb-install-db)|could not access the server configuration file|not a database cluster directory|\binitdb\b",
        RegexOptions.CultureInvariant,
        Phrase.Timeout
    )]
    private static partial Regex OfServer();

    [GeneratedRegex(@"(?:--datadir=|\s-D[ =]?|--pgdata=)(?<data>[^\s,'""]+)", RegexOptions.CultureInvariant, Phrase.Timeout)]
    private static partial Regex Data();

    private static string? Creation(Sign sign, string text)
    {
        var system = Dependencies.Of(sign).Words ?? "";
        return Pasted.WithName(sign.Subject, name => Creation(name, system, sign.Port, text) ?? "") is { Length: > 0 } creation
            ? creation
            : null;
    }

    private static string? Creation(string name, string system, int? port, string text) =>
        Database().IsMatch(text)
            ? system switch
            {
                _ when system.StartsWith("mysql", StringComparison.Ordinal) =>
                    $"mysql -h 127.0.0.1 -P {port ?? 3306} -u root -p -e 'CREATE DATABASE `{name}`'",
                _ when system.StartsWith("mssql", StringComparison.Ordinal) => $"sqlcmd -Q 'CREATE DATABASE [{name}]'",
                _ => $"createdb -h localhost -p {port ?? 5432} -U postgres {name}",
            }
        : system.StartsWith("kafka", StringComparison.Ordinal) || text.Contains("UNKNOWN_TOPIC", StringComparison.OrdinalIgnoreCase)
            ? $"kafka-topics.sh --bootstrap-server localhost:9092 --create --topic {name}"
        : text.Contains("NoSuchBucket", StringComparison.Ordinal) || text.Contains("bucket", StringComparison.OrdinalIgnoreCase)
            ? $"aws s3 mb s3://{name}"
        : system.StartsWith("rabbit", StringComparison.Ordinal) ? $"rabbitmqadmin declare queue name={name}"
        : system.StartsWith("elastic", StringComparison.Ordinal) ? $"curl -X PUT http://localhost:9200/{name}"
        : text.Contains("extension", StringComparison.OrdinalIgnoreCase) && system.StartsWith("postgres", StringComparison.Ordinal)
            ? $"psql -h localhost -p {port ?? 5432} -U postgres -c 'CREATE EXTENSION \"{name}\"'"
        : null;

    [GeneratedRegex(
        @"database ['""`]?[\w-]+['""`]? (does not|doesn't) exist|Unknown database|3D000|Cannot open database|NoDatabaseError|P1003",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Database();

    [GeneratedRegex(
        @"[`'""]?(?<command>(?:python manage\.py|alembic|npx (?:prisma|knex|sequelize|sequelize-cli|typeorm|drizzle-kit|mikro-orm)|npm run [\w:-]+|yarn [\w:-]+|pnpm [\w:-]+|bin/rails|rails|rake|bundle exec \w+|dotnet ef|php artisan|mix|flyway|liquibase|goose|sqlx|diesel|prisma|flask db|make)(?: \w[\w:.=-]*){0,4}?(?=[`'"".,;)]|$| to | before | first| and ))",
        RegexOptions.CultureInvariant | RegexOptions.Multiline,
        Phrase.Timeout
    )]
    private static partial Regex Named();
}
