namespace GoldenPath.Configuration.Reading;

/// <summary>The placeholders that have a meaning in one place of the file.</summary>
/// <param name="Service">The service that <c>{port}</c> belongs to; <c>null</c> for the primary one.</param>
/// <param name="Words">The words.</param>
internal sealed record PlaceholderScope(string? Service, IReadOnlyList<string> Words)
{
    /// <summary>Addresses: URLs, probes.</summary>
    public static PlaceholderScope Address { get; } = new(null, ["port", "run"]);

    /// <summary>Commands and their environment.</summary>
    public static PlaceholderScope Command { get; } = new(null, ["port", "run", "results", "build"]);

    /// <summary>The place of result files.</summary>
    public static PlaceholderScope Results { get; } = new(null, ["port", "run", "results"]);

    /// <summary>What carries a token.</summary>
    public static PlaceholderScope Carrier { get; } = new(null, ["token", "run"]);

    /// <summary>Headers of a request.</summary>
    public static PlaceholderScope Header { get; } = new(null, ["port", "run", "token"]);

    /// <summary>Messages that are sent.</summary>
    public static PlaceholderScope Message { get; } = new(null, ["port", "run", "nonce", "token", "user", "run_id", "thread_id"]);

    /// <summary>What an answer must satisfy.</summary>
    public static PlaceholderScope Answer { get; } = new(null, ["port", "run", "nonce"]);

    public PlaceholderScope Within(string service) => this with { Service = service };
}
