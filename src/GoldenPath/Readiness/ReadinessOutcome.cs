using System.Net;
using GoldenPath.Runs;

namespace GoldenPath.Readiness;

/// <summary>How the wait for one service ended.</summary>
internal sealed record ReadinessOutcome
{
    /// <summary>The service's name.</summary>
    public required string Service { get; init; }

    /// <summary>From the start of the service until the end of the wait.</summary>
    public required TimeSpan After { get; init; }

    /// <summary>Everything that was observed.</summary>
    public required ReadinessTimeline Timeline { get; init; }

    /// <summary>Why it is not ready; <c>null</c> where it is.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Whether it ended because its time was up, and nobody knows more.</summary>
    public bool HasTimedOut { get; init; }

    /// <summary>Whether every probe answered, and what answers is what this run started.</summary>
    public bool IsReady => Failure is null;

    /// <summary>The address that answered all probes; <c>null</c> where none did, or the service has no port.</summary>
    public IPEndPoint? EndPoint { get; init; }

    /// <summary>Who answers there.</summary>
    public ServiceIdentity Identity { get; init; } = new(null, null, Verified: false);

    /// <summary>The listener in words: pid, command, since when, address; <c>null</c> where nobody is visible.</summary>
    public string? Listener { get; init; }

    /// <summary>What a person should know although the service is ready.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
