using GoldenPath.Benchmarks.Comparing;
using GoldenPath.Benchmarks.Users;

namespace GoldenPath.Benchmarks.Growing;

/// <summary>Users who walk against a backend that answers at once, in a process of its own that is not counted.</summary>
/// <param name="users">How many users.</param>
/// <param name="events">How many events each is told.</param>
internal sealed class InstantUsers(int users, int events) : ILoad
{
    private InstantProcess? _backend;
    private UserWalks? _walks;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        _backend = await InstantProcess.StartAsync(cancellationToken);
        _walks = new(Target.At(new Uri($"ws://127.0.0.1:{_backend.Port}/ws?events={events}")));
    }

    public async Task<TimeSpan?> RunAsync(CancellationToken cancellationToken)
    {
        var result = (await _walks!.WalkAsync(users, cancellationToken)).Result;
        return result is { Passed: true } && result.Sessions.Count == users
            ? null
            : throw new InvalidOperationException(
                $"Not every session passed: {(result.Violations is [var first, ..] ? first.Text : "some are missing")}"
            );
    }

    public ValueTask DisposeAsync() => _backend?.DisposeAsync() ?? ValueTask.CompletedTask;
}
