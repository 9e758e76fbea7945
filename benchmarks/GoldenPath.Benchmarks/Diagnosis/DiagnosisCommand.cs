using System.CommandLine;

namespace GoldenPath.Benchmarks.Diagnosis;

/// <summary><c>diagnosis</c>: scores the rules on the recorded corpus, and writes the table into the README.</summary>
internal static class DiagnosisCommand
{
    private static readonly Option<string> _root = new("--root")
    {
        Description = "The root of the checkout. Default: the current folder.",
        DefaultValueFactory = _ => ".",
    };

    public static Command Create()
    {
        var command = new Command("diagnosis", "Precision, recall and abstention on the recorded runs; writes the table of README.md.") { _root };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken)
    {
        var root = options.GetValue(_root)!;
        var score = Score.Of(Path.Combine(root, Score.Corpus));
        await Console.Out.WriteLineAsync(score.Table());
        foreach (var wrong in score.Answers.Where(answer => !answer.IsRight))
        {
            var (one, said) = wrong;
            await Console.Out.WriteLineAsync($"{one.Name}: {said.Cause} ({said.Certainty}) instead of {one.Truth.Cause}: {said.Summary}");
        }

        var readme = Path.Combine(root, "README.md");
        await File.WriteAllTextAsync(readme, Score.Published.Replace(await File.ReadAllTextAsync(readme, cancellationToken), score.Table()), cancellationToken);
        return 0;
    }
}
