using GoldenPath.Runs;

namespace GoldenPath.Reporting.Pages;

/// <summary>The sections of a run's page, the ones that a person looks for first in front.</summary>
internal sealed partial class RunPageSections(RunResult run, IReadOnlyList<RunFile> files, MarkupWriter writer)
{
    private const int MostItems = 100;

    public Markup All() => writer.Write($"""
        {Header()}<main>
        {Cause()}{Smoke()}{Stages()}{Services()}{Issue()}{Teardown()}{Files()}</main>

        """);

    private Markup Header() => writer.Write($"""
        <header class="{Word(run.Verdict)}">
        <p class="verdict">Verdict: {Word(run.Verdict)}</p>
        <h1>{run.Name}</h1>
        <p class="meaning">{Meaning(run)}</p>
        <p class="facts">Run <code>{run.RunId}</code>, {run.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC,
        took {run.DurationMs / 1000.0:0.00} s, exit code {run.ExitCode}</p>
        </header>

        """);

    private static string Meaning(RunResult run) => run.Verdict switch
    {
        Verdict.Passed => "Everything that was declared is proved.",
        Verdict.Product => "The services were ready, and the product broke.",
        Verdict.Environment => "The environment broke, so that nothing can be said about the product.",
        Verdict.Configuration => "The configuration or the command line is wrong; nothing was started.",
        Verdict.Cancelled => "Somebody ended the run.",
        _ => "Nothing was proved.",
    };

    private Markup Cause() => run.Diagnosis is not { } diagnosis ? Markup.None : writer.Write($"""
        <section class="cause">
        <h2>Why it broke</h2>
        <p class="lead">{diagnosis.Summary}</p>
        <p><code class="tag">{diagnosis.Cause}</code> {Sure(diagnosis.Certainty)}</p>
        <ol class="chain">
        {writer.Each(diagnosis.Chain, Step)}</ol>
        {Remedies(diagnosis.Remedies)}{RuledOut(diagnosis.RuledOut)}</section>

        """);

    private FormattableString Step(Why why) => $"""
        <li><h3>{why.Question}</h3>
        <p>{why.Because}</p>
        {writer.Each(why.Evidence.Take(MostItems), Shown)}</li>

        """;

    private FormattableString Shown(Evidence evidence) => $"<figure><figcaption>{Source(evidence.Source)}</figcaption><pre>{evidence.Text}</pre></figure>\n";

    /// <summary>Where evidence was captured: a link where that is a file of this run.</summary>
    private Markup Source(string source)
    {
        var name = source.Split(':')[0];
        return files.FirstOrDefault(file => file.Name == name) is { } file
            ? writer.Write($"<a href=\"{new Markup(file.Link)}\">{source}</a>")
            : writer.Write($"{source}");
    }

    private Markup Remedies(IReadOnlyList<Remedy> remedies) => remedies.Count == 0 ? Markup.None : writer.Write($"""
        <h3>What to do</h3>
        <ul>
        {writer.Each(remedies, remedy => $"<li>{remedy.Text}{Command(remedy.Command)}</li>\n")}</ul>

        """);

    private Markup Command(string? command) => command is null ? Markup.None : writer.Write($"<pre class=\"command\">{command}</pre>");

    private Markup RuledOut(IReadOnlyList<string> causes) => causes.Count == 0
        ? Markup.None
        : writer.Write($"<h3>Ruled out</h3>\n<p>{writer.Each(causes, cause => $"<code class=\"tag\">{cause}</code> ")}</p>\n");

    private Markup Smoke() => run.Smoke.Total == 0 ? Markup.None : writer.Write($"""
        <section>
        <h2>Tests</h2>
        <p>{run.Smoke.Total} in all: {run.Smoke.Passed} passed, {run.Smoke.Failed} failed, {run.Smoke.Skipped} skipped.</p>
        {writer.Each(run.Smoke.Failures.Take(MostItems), Shown)}{Further(run.Smoke.Failures.Count)}</section>

        """);

    private FormattableString Shown(TestFailure failure) =>
        $"<details open><summary>{failure.Test}{At(failure.File)}</summary><pre>{failure.Error}</pre></details>\n";

    private Markup At(string? file) => file is null ? Markup.None : writer.Write($" <small>{file}</small>");

    private Markup Further(int count) => count <= MostItems ? Markup.None : writer.Write($"<p>{count - MostItems} more are in run.json.</p>\n");

    private static string Sure(Certainty certainty) => certainty switch
    {
        Certainty.Confirmed => "confirmed by the evidence below",
        Certainty.Likely => "likely, as the evidence below speaks for it",
        _ => "not certain: the evidence does not decide",
    };

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
