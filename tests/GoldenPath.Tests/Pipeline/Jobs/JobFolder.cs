using System.Text.RegularExpressions;
using GoldenPath.TestKit.GitHub;

namespace GoldenPath.Tests.Pipeline.Jobs;

/// <summary>A checkout in a job of GitHub Actions, with what its runner gives it: variables, the event's payload, the files for summary and outputs.</summary>
internal sealed partial class JobFolder : IDisposable
{
    public const string Commit = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00";

    private readonly GitHubServer _server;

    public JobFolder(GitHubServer server)
    {
        _server = server;
        Directory.CreateDirectory(Path.Combine(Checkout.Path, ".git"));
        Checkout.Write(".git/HEAD", Commit);
    }

    public PipelineFolder Checkout { get; } = new();

    /// <summary>What later steps of the job can read.</summary>
    public IReadOnlyDictionary<string, string> Outputs =>
        Text("output")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(line => line.Split('=')[0], line => line.Split('=', 2)[1]);

    /// <summary>The page of the job.</summary>
    public string Summary => Text("summary");

    public IReadOnlyList<string> Outbox =>
        Directory.Exists(Path.Combine(Checkout.Path, "artifacts/outbox"))
            ? Directory.GetFiles(Path.Combine(Checkout.Path, "artifacts/outbox"), "*.json")
            : [];

    public void Dispose() => Checkout.Dispose();

    /// <summary>Starts a command of the build as a step of a job.</summary>
    /// <param name="trigger">The event.</param>
    /// <param name="reference">The name of the branch or reference.</param>
    /// <param name="arguments">The command.</param>
    public RunningCommand Start(string trigger, string reference, params string[] arguments)
    {
        Checkout.Write("event.json", Payloads.Of(trigger));
        Checkout.Write("summary", "");
        Checkout.Write("output", "");
        var runner = Payloads.Variables(trigger, reference);
        foreach (var (name, value) in runner)
        {
            Checkout.Environment[name] = value;
        }

        Checkout.Environment["GITHUB_EVENT_PATH"] = Path.Combine(Checkout.Path, "event.json");
        Checkout.Environment["GITHUB_STEP_SUMMARY"] = Path.Combine(Checkout.Path, "summary");
        Checkout.Environment["GITHUB_OUTPUT"] = Path.Combine(Checkout.Path, "output");
        Checkout.Environment["GITHUB_WORKSPACE"] = Checkout.Path;
        Checkout.Environment["GITHUB_SHA"] = Commit;
        Checkout.Environment["HOME"] = Path.GetDirectoryName(Checkout.Path);
        Checkout.Environment["GITHUB_TOKEN"] = GitHubServer.Token;
        return Checkout.Start([.. arguments, "--github-api", _server.Root.AbsoluteUri]);
    }

    /// <summary>Runs it to its end.</summary>
    public async Task<CommandOutput> RunAsync(string trigger, string reference, params string[] arguments)
    {
        using var command = Start(trigger, reference, arguments);
        return await command.EndAsync();
    }

    /// <summary>All that the job shows of itself, without what differs from run to run.</summary>
    public string Shown(CommandOutput output)
    {
        Assert.DoesNotContain(Checkout.Path, Summary, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetFileName(Checkout.Path), Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("\n- less ", Summary, StringComparison.Ordinal);
        var notes = output.Text.Split('\n').Where(line => line.StartsWith("::error ", StringComparison.Ordinal)).ToList();
        Assert.InRange(notes.Count, 0, 9);
        var issues = _server.Issues.Select(issue =>
            $"issue {issue.Number}: {(issue.IsOpen ? "open" : "closed")}, {string.Join(", ", issue.Labels.Order(StringComparer.Ordinal))}"
        );
        return Lasting(
            $"""
            exit code {output.ExitCode}

            === summary
            {Summary}
            === annotations
            {string.Join('\n', notes)}
            === outputs
            {Text("output")}
            === tracker
            {string.Join('\n', issues)}
            waiting in the outbox: {Outbox.Count}

            """
        );
    }

    private string Text(string file) => Checkout.Has(file) ? Checkout.Read(file) : "";

    public static string Lasting(string text)
    {
        text = RunId().Replace(text.ReplaceLineEndings("\n").Replace("\u200B", "", StringComparison.Ordinal), "RUN");
        text = Bars().Replace(text, match => match.Groups["tag"].Value + "N, N");
        text = Seconds().Replace(text, "N s");
        text = Ports().Replace(text, "${before}PORT");
        text = Folded().Replace(text, "(the body of the issue)");
        text = Figures().Replace(text, "${before}N");
        text = Ids().Replace(text, "${kind}_ID");
        text = Moments().Replace(text, "MOMENT");
        return Nonces().Replace(text, "NONCE");
    }

    [GeneratedRegex(@"\d{8}-\d{6}-\d{3}-[0-9a-f]{4}")]
    private static partial Regex RunId();

    [GeneratedRegex(@"(?<tag> :(?:done, |crit, |active, )?)\d+, \d+$", RegexOptions.Multiline)]
    private static partial Regex Bars();

    [GeneratedRegex(@"\b\d+(\.\d+)? s\b")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"(?<before>localhost:|127\.0\.0\.1:|port )\d{4,5}")]
    private static partial Regex Ports();

    [GeneratedRegex(@"(?<=as it would be filed</summary>\n\n).*(?=</details>)", RegexOptions.Singleline)]
    private static partial Regex Folded();

    [GeneratedRegex(@"(?<before>pid |user |refused × |frames\.jsonl:|\.log:)\d+")]
    private static partial Regex Figures();

    [GeneratedRegex(@"\b(?<kind>thread|run|exec)_[0-9a-f]{6,}")]
    private static partial Regex Ids();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+(\+00:00|Z)")]
    private static partial Regex Moments();

    [GeneratedRegex(@"gp[-_0-9a-f]{8,}[-_0-9a-z]*", RegexOptions.IgnoreCase)]
    private static partial Regex Nonces();
}
