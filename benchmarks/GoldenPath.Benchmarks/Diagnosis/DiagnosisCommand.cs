using System.CommandLine;
using GoldenPath.TestKit.Scoring;

namespace GoldenPath.Benchmarks.Diagnosis;

/// <summary><c>diagnosis</c>: scores the rules on recorded runs, and writes the tables into the README where the corpora are the checkout's own.</summary>
internal static class DiagnosisCommand
{
    private static readonly Option<string> _root = new("--root")
    {
        Description = "The root of the checkout. Default: the current folder.",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Argument<string[]> _corpora = new("CORPUS")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description =
            "Folders of recorded runs, NAME.case each. Default: those of the checkout, whose figures go into docs/diagnosis.md and README.md.",
    };

    public static Command Create()
    {
        var command = new Command("diagnosis", "Precision, recall, abstention, certainty, facts and remedies on recorded runs.")
        {
            _root,
            _corpora,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken)
    {
        var root = options.GetValue(_root)!;
        var named = options.GetValue(_corpora) ?? [];
        var score = Score.Of(named.Length > 0 ? named : Score.In(root));
        await Console.Out.WriteLineAsync(score.Report());
        foreach (var answer in score.Answers)
        {
            await Console.Out.WriteAsync(Complaints(answer));
        }

        if (named.Length == 0)
        {
            await PublishAsync(Path.Combine(root, "docs/diagnosis.md"), Score.Published, score.Report(), cancellationToken);
            await PublishAsync(Path.Combine(root, "README.md"), Score.Summarised, score.Calibrations(), cancellationToken);
        }

        return 0;
    }

    private static async Task PublishAsync(string page, GeneratedText place, string text, CancellationToken cancellationToken) =>
        await File.WriteAllTextAsync(page, place.Replace(await File.ReadAllTextAsync(page, cancellationToken), text), cancellationToken);

    private static string Complaints(Answer answer)
    {
        var (one, said) = answer;
        return (answer.IsRight ? "" : $"{one.Name}: {said.Cause} ({said.Certainty}) instead of {one.Truth.Cause}: {said.Summary}\n")
            + (answer.IsOverconfident ? $"{one.Name}: {said.Cause} is told as confirmed, and the run does not prove it\n" : "")
            + (
                answer.TellsFact == false
                    ? $"{one.Name}: the fact is not told ({string.Join(" | ", one.Truth.Fact!)}): {said.Summary}\n"
                    : ""
            )
            + (
                answer.Mends == false
                    ? $"{one.Name}: no remedy mends it ({string.Join(" | ", one.Truth.Remedy!)}): {string.Join("; ", said.Remedies.Select(remedy => remedy.Text))}\n"
                    : ""
            )
            + (answer.Remedy == RemedyKind.Look ? $"{one.Name}: the remedies only say where to look\n" : "");
    }
}
