using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Runs;

/// <summary>A GitHub Actions job as those who read about it see it: its page, its artifact, the sources at the commit that it tested.</summary>
internal sealed partial record JobPlace
{
    /// <summary>The artifact of the generated workflow and of the action.</summary>
    private const string UsualArtifact = "golden-path";

    /// <summary>The root of the checkout.</summary>
    public required string Root { get; init; }

    /// <summary>The root as texts may name it: home folders are redacted, and a runner's checkouts lie in one.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Where relative paths may start, besides the root: the folder of the configuration file, and the current one.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    /// <summary>The web page of the run; <c>null</c> where the job does not tell.</summary>
    public Uri? RunUrl { get; init; }

    /// <summary>The repository's web page at the commit that is checked out; <c>null</c> where one of both is not known.</summary>
    public string? Sources { get; init; }

    /// <summary>The name of the artifact that the workflow uploads.</summary>
    public string Artifact { get; init; } = UsualArtifact;

    /// <summary>Where the artifacts of the run are listed; <c>null</c> where the job does not tell.</summary>
    public Uri? ArtifactsUrl => RunUrl is null ? null : new(RunUrl, "#artifacts");

    /// <summary>The job that this process runs in; <c>null</c> outside of GitHub Actions.</summary>
    /// <param name="root">The root of the checkout.</param>
    /// <param name="bases">Where relative paths may start besides.</param>
    /// <param name="redact">Takes secrets and home folders out of a text.</param>
    /// <param name="variable">Reads an environment variable.</param>
    public static JobPlace? Read(string root, IReadOnlyList<string> bases, Func<string, string> redact, Func<string, string?> variable)
    {
        if (!ActionsJob.IsHere(variable))
        {
            return null;
        }

        // What is checked out decides which line is which: on a pull request that is the merge with the target.
        var commit = GitFiles.Read(root).Commit ?? variable("GITHUB_SHA");
        var repository = variable("GITHUB_REPOSITORY");
        return new()
        {
            Root = root,
            Names = [.. new[] { root, redact(root) }.Select(Path.TrimEndingDirectorySeparator).Distinct().Where(name => name.Length > 1)],
            Bases = bases,
            RunUrl = ActionsJob.RunUrl(variable),
            Sources =
                commit is { Length: > 0 } && repository is { Length: > 0 }
                    ? $"{variable("GITHUB_SERVER_URL")}/{repository}/blob/{Uri.EscapeDataString(commit)}"
                    : null,
            Artifact = variable("GOLDENPATH_ARTIFACT") is { Length: > 0 } name ? name : UsualArtifact,
        };
    }

    /// <summary>The file and line that a text such as <c>tests/Login.cs:12</c> means; <c>null</c> where there is no such file in the checkout.</summary>
    public SourceLine? Find(string? place)
    {
        if (place is null || Place().Match(place) is not { Success: true } match)
        {
            return null;
        }

        var file = match.Groups["file"].Value;
        return Bases
            .Prepend(Root)
            .Select(start => Beneath(Path.GetFullPath(file, start)))
            .OfType<string>()
            .Select(found => new SourceLine(found, Line(match.Groups["line"])))
            .FirstOrDefault();
    }

    /// <summary>The web page of a place; <c>null</c> where the job does not tell.</summary>
    public Uri? Link(SourceLine place)
    {
        var path = string.Join('/', place.File.Split('/').Select(Uri.EscapeDataString));
        var line = place.Line is { } number ? string.Create(CultureInfo.InvariantCulture, $"#L{number}") : "";
        return
            Sources is not null
            && Uri.TryCreate($"{Sources}/{path}{line}", UriKind.Absolute, out var url)
            && url.Scheme is "https" or "http"
            ? url
            : null;
    }

    /// <summary>The text with paths that mean something elsewhere too: those of the runner's checkout begin at its root.</summary>
    public string Portable(string text) =>
        Names.Aggregate(
            text,
            (shown, root) =>
                shown
                    .Replace($"~/'{root.TrimStart('~', '/')}{Path.DirectorySeparatorChar}", "'", StringComparison.Ordinal)
                    .Replace(root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
                    .Replace(root, ".", StringComparison.Ordinal)
        );

    private string? Beneath(string full)
    {
        var path = Path.GetRelativePath(Root, full);
        return !Path.IsPathRooted(path) && path.Split(Path.DirectorySeparatorChar)[0] != ".." && File.Exists(full)
            ? path.Replace(Path.DirectorySeparatorChar, '/')
            : null;
    }

    private static int? Line(Group line) =>
        int.TryParse(line.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    [GeneratedRegex(@"\A(?<file>[^\p{Cc}]{1,1000}?)(:(?<line>\d{1,9}))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
