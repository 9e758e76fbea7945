using System.Globalization;
using System.Text.RegularExpressions;
using GoldenPath.Diagnosis;
using GoldenPath.TestKit.Scoring;

namespace GoldenPath.Tests.Diagnosis.Explanations;

/// <summary>Whoever can write into a log of a service must not be able to write a command that somebody pastes.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed partial class HostileLogSpecs
{
    private static readonly string[] Lines =
    [
        "ModuleNotFoundError: No module named '{0}'",
        "Error: Cannot find module '{0}'",
        "error while loading shared libraries: {0}: cannot open shared object file: No such file or directory",
        "sh: 1: {0}: not found",
        "bash: line 1: {0}: command not found",
        "PermissionError: [Errno 13] Permission denied: '{0}'",
        "FATAL:  lock file \"{0}\" already exists",
        "FATAL:  database \"{0}\" does not exist",
        "postgres: ERROR:  could not open extension control file: extension \"{0}\" is not available",
        "psycopg2.OperationalError: FATAL:  password authentication failed for user \"{0}\"",
        "Error 1045 (28000): Access denied for user '{0}'@'localhost' (mysql)",
        "MongoServerError: Authentication failed for {0}",
        "Error: getaddrinfo ENOTFOUND {0}",
        "Error response from daemon: pull access denied for {0}, repository does not exist",
        "KeyError: '{0}'",
        "missing required environment variable {0}",
        "Pending migrations. Run `npx {0}` to apply them.",
        "Your database is not up to date: run 'make {0}' first",
        "nginx: [emerg] unknown directive \"x\" in {0}:3",
        "{{\"level\":\"fatal\",\"msg\":\"EACCES: permission denied\",\"path\":\"{0}\"}}",
        "{{\"level\":\"fatal\",\"msg\":\"environment variable is missing\",\"variable\":\"{0}\"}}",
        "level=fatal msg=\"unknown database\" name=\"{0}\" driver=postgres",
    ];

    private static readonly string[] Hostile =
    [
        "x; touch /pwned",
        "x && touch /pwned",
        "$(touch /pwned)",
        "`touch /pwned`",
        "x'; touch /pwned; '",
        "/srv/x'; touch /pwned; '.pid",
        "./a $(touch /pwned).sh",
        "x|touch /pwned",
        "--eval=/pwned",
        "git+https://x/pwned",
    ];

    public static TheoryData<string, string> All
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (var line in Lines)
            {
                foreach (var text in Hostile)
                {
                    all.Add(line, text);
                }
            }

            return all;
        }
    }

    [TableSpec]
    [MemberData(nameof(All))]
    public Task No_text_of_a_log_is_a_command_of_its_own(string line, string text)
    {
        var remedies = Remedies(string.Format(CultureInfo.InvariantCulture, line, text));

        Assert.All(remedies, remedy => Assert.DoesNotContain("/pwned", Unquoted(remedy.Command ?? ""), StringComparison.Ordinal));
        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData("ModuleNotFoundError: No module named 'of_nobody'", "of_nobody")]
    [InlineData("psycopg2.OperationalError: FATAL:  password authentication failed for user \"agent\"", "agent")]
    [InlineData("FATAL:  database \"threads\" does not exist", "threads")]
    [InlineData("PermissionError: [Errno 13] Permission denied: '/srv/app/it is here'", "'/srv/app/it is here'")]
    public Task What_is_a_plain_name_or_path_is_in_the_command(string line, string expected)
    {
        Assert.Contains(Remedies(line), remedy => remedy.Command?.Contains(expected, StringComparison.Ordinal) == true);
        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData("PermissionError: [Errno 13] Permission denied: '/etc/shadow'")]
    [InlineData("PermissionError: [Errno 13] Permission denied: '/'")]
    [InlineData("FATAL:  lock file \"/etc/passwd\" already exists, is another instance running?")]
    public Task Nobody_is_told_to_give_away_or_remove_what_is_the_systems(string line)
    {
        Assert.All(Remedies(line), remedy => Assert.DoesNotMatch(@"\b(rm|chown|chmod)\b", remedy.Command ?? ""));
        return Task.CompletedTask;
    }

    private static IReadOnlyList<Remedy> Remedies(string line)
    {
        using var run = CorpusCase.Read(Repository.File(Score.Injected), "module-missing-in-python").Unpack();
        File.WriteAllText(run.File("logs/backend.log"), $"booting\n{line}\n");
        return Diagnostician.Diagnose(run.Path)!.Remedies;
    }

    // What the shell would still read: everything but what stands in single quotes.
    private static string Unquoted(string command) => SingleQuoted().Replace(command.Replace("'\\''", "", StringComparison.Ordinal), "");

    [GeneratedRegex("'[^']*'")]
    private static partial Regex SingleQuoted();
}
