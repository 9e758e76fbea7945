using GoldenPath.Guard.Redaction;

namespace GoldenPath.Services;

/// <summary>What a supervisor must know about its run.</summary>
public sealed record SupervisorOptions
{
    /// <summary>The run's id.</summary>
    public required string RunId { get; init; }

    /// <summary>The full path of the checkout; a teardown in the same checkout finds what is left of the run.</summary>
    public required string Checkout { get; init; }

    /// <summary>The full path of the run's folder.</summary>
    public required string RunFolder { get; init; }

    /// <summary>What hides secrets in the logs; secrets that it learns later are handed on. Default: what the environment holds.</summary>
    public Redactor Redactor { get; init; } = Redactor.FromEnvironment();

    /// <summary>The full path of the folder of leases. Default: <c>$GOLDENPATH_STATE</c>, else <c>golden-path/leases</c> in the user's state folder.</summary>
    public string? LeaseDirectory { get; init; }

    /// <summary>Told, in one line, what a person should know although the run goes on. Default: nobody.</summary>
    public Action<string> Warn { get; init; } = _ => { };

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
