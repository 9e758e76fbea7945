using System.Text.RegularExpressions;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>Another instance, its pid file or its lock is in the way.</summary>
internal sealed partial class AnotherInstance : IExplanation
{
    public IReadOnlyList<SignKind> Kinds { get; } = [SignKind.AlreadyRunning];

    public Account Explain(Case broken, ServiceFact service, Sign sign)
    {
        var (file, pid) = (NamedPaths.Of(sign), Pid().Match(sign.Line.Text) is { Success: true } match ? match.Groups["pid"].Value : null);
        var fact = broken.File.Paths.FirstOrDefault(path => path.Service == service.Name && path.Path == file);
        return new(
            Causes.AlreadyRunning,
            $"Service '{service.Name}' says that another instance is in its way: {sign.Seen.Text}",
            "Its log tells of another instance, or of the pid or lock file of one.",
            fact is { Exists: true }
        )
        {
            State = fact is null ? [] : [new($"Is {file} there?", $"{Case.Told(fact.Seen)}.", [fact.Seen])],
            Remedies = [.. Remedies(broken, file, pid)],
        };
    }

    private static IEnumerable<Remedy> Remedies(Case broken, string? file, string? pid)
    {
        if (pid is not null)
        {
            yield return new(
                $"End pid {pid}, if it is the other instance and nobody needs it.",
                OperatingSystem.IsWindows() ? $"taskkill /PID {pid}" : $"kill {pid}"
            );
        }

        if (file is not null)
        {
            yield return new(
                "If no other instance runs, take away what a crashed one left.",
                // Only what is called like such a file: a log names many that nobody should remove.
                LeftBehind().IsMatch(file)
                    ? Pasted.WithPath(file, quoted => OperatingSystem.IsWindows() ? $"Remove-Item {quoted}" : $"rm -- {quoted}")
                    : null
            );
        }

        yield return new("End the other instance, or give this one a name, a data folder and a port of its own.");
        yield return new("End what an earlier run left behind.", $"{broken.File.Command} Teardown");
    }

    [GeneratedRegex(@"(pid|lock|lck|singleton|socket)[\w.-]*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Phrase.Timeout)]
    private static partial Regex LeftBehind();

    [GeneratedRegex(
        @"\b(pid|process|PID:?|process id)[ :=(#]*(?<pid>\d{2,7})\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Pid();
}
