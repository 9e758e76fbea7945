namespace GoldenPath.Configuration;

/// <summary>What the placeholders of a run stand for.</summary>
internal sealed record PlaceholderValues
{
    /// <summary>The run's id: <c>{run}</c>.</summary>
    public required string RunId { get; init; }

    /// <summary>The full path of the folder for test results: <c>{results}</c>.</summary>
    public required string ResultsDirectory { get; init; }

    /// <summary>The actual ports by service: <c>{port:NAME}</c>.</summary>
    public required IReadOnlyDictionary<string, int> Ports { get; init; }

    /// <summary>What <c>{port}</c> means: a service's own port inside it, the primary service's elsewhere.</summary>
    public int? Port { get; init; }

    /// <summary>Builds a project, named as in the file, and gives the full path of its assembly: <c>{build:PROJECT}</c>.</summary>
    public Func<string, CancellationToken, Task<string>>? Build { get; init; }

    /// <summary>The text that makes one user's message unique: <c>{nonce}</c>.</summary>
    public string? Nonce { get; init; }

    /// <summary>The token of one user's login: <c>{token}</c>.</summary>
    public string? Token { get; init; }

    /// <summary>The values inside a service: <c>{port}</c> is its own port.</summary>
    public PlaceholderValues Within(string service) => this with { Port = Ports.TryGetValue(service, out var port) ? port : null };
}
