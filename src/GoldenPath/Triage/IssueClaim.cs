using System.Globalization;
using System.Security.Cryptography;

namespace GoldenPath.Triage;

/// <summary>Keeps others from filing the same incident at the same time.</summary>
/// <remarks>A tracker has no transactions, and an edit of a body overwrites what another edit added a moment ago. A name that only one
/// can take closes that gap. A claim ends by itself after <see cref="Lease"/>, so a filer that died blocks nobody for long; whoever
/// cannot get it in twice that time goes on without, as a duplicate is mended later and a lost report is not.</remarks>
internal sealed class IssueClaim : IAsyncDisposable
{
    /// <summary>How long a claim is respected.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan ReleaseDeadline = TimeSpan.FromSeconds(3);

    private readonly IIssueTracker _tracker;
    private readonly string? _name;
    private readonly TimeProvider _time;

    private IssueClaim(IIssueTracker tracker, string? name, TimeProvider time)
    {
        _tracker = tracker;
        _name = name;
        _time = time;
    }

    /// <summary>Takes the claim on an incident, and waits for it where another filer has it.</summary>
    public static async Task<IssueClaim> TakeAsync(IIssueTracker tracker, Fingerprint fingerprint, TimeProvider time, CancellationToken cancellationToken)
    {
        var name = "golden-path-filing-" + IssueMarker.Slug(fingerprint.Value);
        var id = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var begun = time.GetTimestamp();
        for (var attempt = 0; time.GetElapsedTime(begun) < Lease * 2; attempt++)
        {
            var note = string.Create(CultureInfo.InvariantCulture, $"{id} is filing until {time.GetUtcNow() + Lease:O}");
            if (await tracker.TryClaimAsync(name, note, cancellationToken))
            {
                return new(tracker, name, time);
            }
            var holder = await tracker.ReadClaimAsync(name, cancellationToken);
            if (holder is not null && holder.StartsWith(id, StringComparison.Ordinal))
            {
                return new(tracker, name, time); // Taken by a request whose answer was lost.
            }
            if (holder is not null && IsOver(holder, time))
            {
                await tracker.ReleaseAsync(name, cancellationToken);
            }
            await Task.Delay(Pause(attempt), time, cancellationToken);
        }
        return new(tracker, null, time);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_name is null)
        {
            return;
        }
        using var deadline = new CancellationTokenSource(ReleaseDeadline, _time);
        try
        {
            await _tracker.ReleaseAsync(_name, deadline.Token);
        }
        catch (Exception e) when (e is TrackerException or OperationCanceledException)
        {
            // It ends by itself.
        }
    }

    private static bool IsOver(string note, TimeProvider time) =>
        !DateTimeOffset.TryParse(note[(note.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
        || until < time.GetUtcNow()
        || until > time.GetUtcNow() + Lease * 2;

    /// <summary>Longer from time to time, as a tracker counts requests; with some luck in it, as all who wait began together.</summary>
    private static TimeSpan Pause(int attempt) =>
        TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(30, 100) * Math.Min(attempt + 1, 10));
}
