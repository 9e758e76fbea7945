using System.Globalization;
using GoldenPath.Configuration;

namespace GoldenPath.Pipeline;

/// <summary>The parameters of a command as a person wrote them: what every face of the pipeline reads into settings in the same way.</summary>
public sealed class RunParameters
{
    private readonly List<string> _problems = [];

    /// <summary>The root of the checkout.</summary>
    public required string Root { get; init; }

    /// <summary>The folder of artifacts.</summary>
    public required string Artifacts { get; init; }

    /// <summary>The pipeline's file. Default: <c>goldenpath.yml</c> in the root.</summary>
    public string? Config { get; init; }

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

    /// <summary>Whether to render the issue and deliver nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether to leave the services running at the end.</summary>
    public bool Keep { get; init; }

    /// <summary>How a person calls the face, for the commands in messages. Default: the build script.</summary>
    public string Command { get; init; } = RunSettings.OwnCommand;

    /// <summary>The settings; what cannot be read is in <see cref="RunSettings.Problems"/>.</summary>
    public RunSettings ToSettings() =>
        new()
        {
            Root = Root,
            Config = Path.GetFullPath(Config ?? "goldenpath.yml", Root),
            Artifacts = Artifacts,
            Port = PortNumber(),
            Timeout = Budget(),
            Repository = CheckedRepository(),
            Token = Token ?? Environment.GetEnvironmentVariable("GITHUB_TOKEN"),
            TrackerApi = ApiAddress(),
            NoIssue = NoIssue,
            DryRun = DryRun,
            Keep = Keep,
            Command = Command,
            Problems = _problems,
        };

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
