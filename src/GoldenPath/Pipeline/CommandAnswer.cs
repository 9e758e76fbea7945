using GoldenPath.Reporting.Answers;

namespace GoldenPath.Pipeline;

/// <summary>What a command came to, for a person.</summary>
internal static class CommandAnswer
{
    /// <summary>The answer of a command that worked on a run.</summary>
    /// <param name="session">The run.</param>
    /// <param name="end">What became of its services.</param>
    public static Answer Of(RunSession session, RunTeardown? end) =>
        new RunAnswer(
            new AnswerSubject
            {
                Run = session.Record.ToResult(),
                ExitCode = session.Record.ExitCode,
                Failure = session.Record.Failure,
                Definition = session.Definition,
                Folder = session.Folder,
                Took = session.Took,
                Running = end?.Left ?? [],
                IsKept = session.Settings.Keep,
                Command = session.Settings.Command,
                Here = Directory.GetCurrentDirectory(),
            }
        ).Write();

    /// <summary>The answer of a command that failed without a run.</summary>
    /// <param name="exitCode">Its exit code.</param>
    /// <param name="failure">What it failed by.</param>
    public static Answer Of(int exitCode, Failure failure)
    {
        var lines = failure.Summary.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new(
            exitCode,
            lines[0],
            [
                .. lines.Skip(1).Select(line => new AnswerRow("", line)),
                .. failure
                    .Remedies.Take(1)
                    .Select(remedy => new AnswerRow(
                        "mend",
                        remedy.Command is null ? remedy.Text : $"{remedy.Text.TrimEnd('.')}: {remedy.Command}"
                    )),
            ]
        );
    }
}
