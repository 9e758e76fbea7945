using System.Security.Cryptography;
using GoldenPath.Guard.Redaction;

namespace GoldenPath.Benchmarks.Growing;

/// <summary>Secrets that a run has learnt, with 10 MB of text to look through, in which each 100th line has one of them.</summary>
/// <param name="size">How many.</param>
internal sealed class Secrets(int size) : ILoad
{
    private const int Lines = 100_000;

    private readonly List<string> _lines = [];
    private string[] _secrets = [];

    public Task PrepareAsync(CancellationToken cancellationToken)
    {
        _secrets = [.. Enumerable.Range(0, size).Select(_ => RandomNumberGenerator.GetHexString(40))];
        for (var line = 0; line < Lines; line++)
        {
            var word = line % 100 == 0 ? _secrets[line % size] : "and nothing is wrong with it at all";
            _lines.Add($"2026-11-22T12:00:00Z INFO line {line} of what a service writes: {word}, and more of the same kind");
        }

        return Task.CompletedTask;
    }

    public Task<TimeSpan?> RunAsync(CancellationToken cancellationToken)
    {
        var redactor = new Redactor();
        Array.ForEach(_secrets, secret => redactor.Add(secret));
        for (var line = 0; line < Lines; line++)
        {
            var text = redactor.Redact(_lines[line]);
            if (line % 100 == 0 && text.Contains(_secrets[line % _secrets.Length], StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"A secret went through: {text}");
            }
        }

        return Task.FromResult<TimeSpan?>(null);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
