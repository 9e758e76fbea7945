using System.Globalization;
using GoldenPath.Configuration;

namespace GoldenPath.Pipeline;

/// <summary>The parameters of a command as a person wrote them: what every face of the pipeline reads into settings in the same way.</summary>
public sealed class RunParameters
{
    private readonly List<string> _problems = [];

    /// <summary>The root of the build that runs it: a run of a file of another repository has that one's. Default: there is none.</summary>
    public string? Root { get; init; }

    /// <summary>The build's folder of artifacts; a run of a file of another repository has <c>artifacts</c> there.</summary>
    public string? Artifacts { get; init; }

    /// <summary>Where the person stands: relative paths start here. Default: the current folder.</summary>
    public string Folder { get; init; } = Environment.CurrentDirectory;

    /// <summary>The pipeline's file. Default: the nearest <c>goldenpath.yml</c> of the repository that the person stands in, or else the build's own.</summary>
    public string? Config { get; init; }

    /// <summary>Whether that file is about to be written, and need not be there.</summary>
    public bool ConfigIsNew { get; init; }

    /// <summary>The primary service's port; 0 takes a free one.</summary>
    public string? Port { get; init; }

    /// <summary>The overall budget, such as <c>90s</c>. Default: 10 minutes.</summary>
    public string? Timeout { get; init; }

    /// <summary>The tracker's repository, <c>owner/name</c>.</summary>
    public string? Repository { get; init; }

    /// <summary>The tracker's token. Default: <c>GITHUB_TOKEN</c>.</summary>
    public string? Token { get; init; }

    /// <summary>The tracker's address.</summary>
    public string? TrackerApi { get; init; }

    /// <summary>Whether to leave issues alone altogether.</summary>
    public bool NoIssue { get; init; }

    /// <summary>Whether to file the issue of this run wherever it runs.</summary>
    public bool FileIssue { get; init; }

    /// <summary>Whether to render the issue and deliver nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether to leave the services running at the end.</summary>
    public bool Keep { get; init; }

    /// <summary>The folder of a recorded run.</summary>
    public string? Run { get; init; }

    /// <summary>Which part of the run this is, as <c>K/N</c>. Default: the whole.</summary>
    public string? Shard { get; init; }

    /// <summary>How a person calls the face, for the commands in messages. Default: the build script.</summary>
    public string Command { get; init; } = RunSettings.OwnCommand;

    /// <summary>The settings; what cannot be read is in <see cref="RunSettings.Problems"/>.</summary>
    public RunSettings ToSettings()
    {
        var place = RepositoryPlace.Of(Config, Folder, Root);
        CheckFiles(place);
        return new()
        {
            Root = place.Root,
            Config = place.Config,
            Artifacts = (place.Root == Root ? Artifacts : null) ?? Path.Combine(place.Root, "artifacts"),
            Port = PortNumber(),
            Timeout = Budget(),
            Repository = CheckedRepository(),
            Token = Token ?? Environment.GetEnvironmentVariable("GITHUB_TOKEN"),
            TrackerApi = ApiAddress(),
            NoIssue = NoIssue,
            FileIssue = FileIssue,
            DryRun = DryRun,
            Keep = Keep,
            Shard = Part(),
            Command = Command,
            Problems = _problems,
        };
    }

    private void CheckFiles(RepositoryPlace place)
    {
        if (Config is not null && !ConfigIsNew && !File.Exists(place.Config))
        {
            _problems.Add(
                Directory.Exists(place.Config)
                    ? $"--config {Config}: that is a folder; name the file in it."
                    : $"--config {Config}: there is no such file in {Path.GetDirectoryName(place.Config)}."
            );
        }

        if (Run is not null && !Directory.Exists(Path.GetFullPath(Run, Folder)))
        {
            _problems.Add($"--run {Run}: there is no such folder; it is the one of a recorded run, such as artifacts/golden-path/latest.");
        }

        if (NoIssue && FileIssue)
        {
            _problems.Add("--no-issue and --file-issue say the opposite of each other: leave one out.");
        }
    }

    private int? PortNumber()
    {
        if (Port is null)
        {
            return null;
        }

        if (int.TryParse(Port, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535)
        {
            return port;
        }

        _problems.Add($"--port {Port}: a port is a number from 0 to 65535; 0 takes a free one.");
        return null;
    }

    private TimeSpan Budget()
    {
        if (Timeout is null)
        {
            return TimeSpan.FromMinutes(10);
        }

        if (DurationText.TryParse(Timeout, out var duration) && duration > TimeSpan.Zero)
        {
            return duration;
        }

        _problems.Add($"--timeout {Timeout}: a duration is a number with a unit, such as 90s, 5m or 1h.");
        return TimeSpan.FromMinutes(10);
    }

    private string? CheckedRepository()
    {
        if (
            Repository is not null
            && (Repository.Split('/') is not [{ Length: > 0 }, { Length: > 0 }] || Repository.Any(char.IsWhiteSpace))
        )
        {
            _problems.Add($"--repository {Repository}: a repository is owner/name.");
        }

        return Repository;
    }

    private Shard? Part()
    {
        if (Shard is null)
        {
            return null;
        }

        if (GoldenPath.Shard.TryParse(Shard, out var shard))
        {
            return shard;
        }

        _problems.Add($"--shard {Shard}: a shard is K/N, the K-th of N, such as 3/4; at most {GoldenPath.Shard.Most} of them.");
        return null;
    }

    private Uri? ApiAddress()
    {
        if (TrackerApi is null)
        {
            return null;
        }

        if (Uri.TryCreate(TrackerApi, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        _problems.Add($"--github-api {TrackerApi}: an address starts with https:// (or http:// for a test server).");
        return null;
    }
}
