using System.Globalization;
using System.Text;
using GoldenPath.Services;

namespace GoldenPath.Triage;

/// <content>Where it happened, what to do, and what the logs say.</content>
internal sealed partial class IssueSections
{
    /// <summary>Causes where it helps to see what listens.</summary>
    private static readonly string[] PortFamilies = ["port", "service", "process", "docker", "http", "tls", "ws"];

    private string EnvironmentTable()
    {
        var table = new StringBuilder("| | |\n| --- | --- |\n");
        foreach (var fact in incident.Environment)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {text.Prose(fact.Name)} | {text.Cell(fact.Value)} |\n");
        }
        if (incident.Git.Branch is { } branch)
        {
            table.Append(CultureInfo.InvariantCulture, $"| Branch | {text.Cell(branch)} |\n");
        }
        foreach (var service in Run.Services.Take(20))
        {
            table.Append(CultureInfo.InvariantCulture, $"| Service {text.Cell(service.Name)} | {text.Cell(Describe(service))} |\n");
        }
        return table.ToString();
    }

    private static string Describe(Runs.ServiceResult service)
    {
        List<string> words = [service.Host, service.Endpoint ?? "no endpoint"];
        if (service.Identity.Pid is { } pid)
        {
            words.Add(string.Create(CultureInfo.InvariantCulture, $"pid {pid}"));
        }
        if (service.Identity.ContainerId is { } container)
        {
            words.Add("container " + (container.Length > 12 ? container[..12] : container));
        }
        words.Add(service.Identity.Verified ? "proved to be the one started" : "not proved to be the one started");
        return string.Join(", ", words);
    }

    private string ResolutionSteps()
    {
        var steps = new StringBuilder();
        var number = 0;
        foreach (var (step, command) in Steps())
        {
            steps.Append(CultureInfo.InvariantCulture, $"{++number}. {text.Prose(step)}\n");
            if (command is not null)
            {
                steps.Append(Indented(text.Fence(command, "sh", 1_000))).Append('\n');
            }
        }
        return steps.ToString();
    }

    private IEnumerable<(string Step, string? Command)> Steps()
    {
        foreach (var remedy in Diagnosis.Remedies.Take(10))
        {
            yield return (remedy.Text, remedy.Command);
        }
        if (
            incident.Logs is [var log, ..]
            && !Diagnosis.Remedies.Any(remedy => remedy.Command?.Contains(log.Source, StringComparison.Ordinal) == true)
        )
        {
            yield return ($"Read the log of the run.", $"less {incident.RunFolder}/{log.Source}");
        }
        if (incident.Port is { } port && IsAboutPort)
        {
            yield return (
                string.Create(CultureInfo.InvariantCulture, $"See who listens on port {port}."),
                PortCommands.WhoListensAnywhere(port)
            );
        }
        yield return (
            incident.RunUrl is null
                ? "Diagnose the recorded run again, offline."
                : "Diagnose the recorded run again, offline; its folder is an artifact on the page of the run.",
            $"{incident.Command} Replay --run {incident.RunFolder}"
        );
        yield return ("Run the whole path again; a green run closes this issue.", $"{incident.Command} SmokeTest");
    }

    private bool IsAboutPort => Diagnosis.Cause.IsOf(PortFamilies);

    private static string Indented(string block) => string.Join('\n', block.Split('\n').Select(line => "   " + line));

    private string LogExcerpts()
    {
        if (logLines == 0)
        {
            return "";
        }
        var logs = new StringBuilder();
        foreach (var log in incident.Logs.Take(8))
        {
            var lines = log.Lines.TakeLast(logLines).ToList();
            var extent = log.IsWhole && lines.Count == log.Lines.Count ? "all" : "last";
            logs.Append(CultureInfo.InvariantCulture, $"<details><summary>{Name(log)}: {extent} {lines.Count} lines</summary>\n\n")
                .Append(text.Fence(string.Join('\n', lines), "text", 12_000))
                .Append("\n\n</details>\n\n");
        }
        return logs.ToString();
    }

    /// <summary>The name of a log inside our own HTML, where only these characters are safe.</summary>
    private string Name(LogExcerpt log) =>
        string.Concat(
            text.Bounded(log.Source, 100)
                .Select(character => char.IsAsciiLetterOrDigit(character) || character is '/' or '.' or '-' or '_' ? character : '_')
        );
}
