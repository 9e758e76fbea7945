using GoldenPath.Configuration;

namespace GoldenPath.Services;

/// <summary>A process to start: every placeholder filled in.</summary>
public sealed record ProcessSpec
{
    /// <summary>The service's or command's name; also names its log.</summary>
    public required string Name { get; init; }

    /// <summary>The executable and its arguments; never passed through a shell.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>The full path of its working directory.</summary>
    public required string Directory { get; init; }

    /// <summary>Variables on top of the inherited environment; <c>null</c> removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Where its output goes, redacted: standard output and standard error, in the order of arrival.</summary>
    public required string LogFile { get; init; }

    /// <summary>Whether its standard input stays open as long as it runs. Default: no, it is at its end at once.</summary>
    public bool OpenInput { get; init; }

    /// <summary>The port it is meant to listen on; <c>null</c> for none. The teardown verifies that it is free again.</summary>
    public int? Port { get; init; }

    /// <summary>The names of the processes that it needs: it is stopped before them. Default: none.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>How it is stopped.</summary>
    public StopDefinition Stop { get; init; } = new();
}
