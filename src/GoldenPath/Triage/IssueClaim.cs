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

    private const int MostFailures = 3;

    /// <summary>How many times in a row a name may be taken and yet nobody's: more than chance, so such a tracker has no claims.</summary>
    private const int MostContradictions = 10;

    private static readonly TimeSpan ReleaseDeadline = TimeSpan.FromSeconds(3);

    private readonly IIssueTracker _tracker;
    private readonly string? _name;
    private readonly TimeProvider _time;

    private readonly string _id;

    private IssueClaim(IIssueTracker tracker, string? name, string id, TimeProvider time)
    {
        _tracker = tracker;
        _name = name;
        _id = id;
        _time = time;
    }

    /// <summary>Takes the claim on an incident, and waits for it where another filer has it.</summary>
    public static async Task<IssueClaim> TakeAsync(
        IIssueTracker tracker,
        Fingerprint fingerprint,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var name = "golden-path-filing-" + IssueMarker.Slug(fingerprint.Value);
        var id = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var begun = time.GetTimestamp();
        var contradictions = 0;
        for (var attempt = 0; contradictions < MostContradictions && time.GetElapsedTime(begun) < Lease * 2; attempt++)
        {
            var holder = await TryTakeAsync(tracker, name, id, attempt, time, cancellationToken);
            if (holder?.StartsWith(id, StringComparison.Ordinal) == true)
            {
                return new(tracker, name, id, time);
            }
            contradictions = holder is null ? contradictions + 1 : 0;
            await Task.Delay(Pause(attempt), time, cancellationToken);
        }
        return new(tracker, null, id, time);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var deadline = new CancellationTokenSource(ReleaseDeadline, _time);
        var isHeld = _name is not null;
        for (var attempt = 0; isHeld && !deadline.IsCancellationRequested; attempt++)
        {
            try
            {
                isHeld =
                    attempt == 0
                    || await _tracker.ReadClaimAsync(_name!, deadline.Token) is { } note && note.StartsWith(_id, StringComparison.Ordinal);
                if (isHeld)
                {
                    await _tracker.ReleaseAsync(_name!, deadline.Token);
                    isHeld = false;
                }
            }
            catch (TrackerException e) when (e.IsPassing)
            {
                await Task.Yield(); // It may have been given back all the same: what another has taken since must stay.
            }
            catch (Exception e) when (e is TrackerException or OperationCanceledException)
            {
                isHeld = false; // It ends by itself.
            }
        }
    }

    /// <returns>The note of whoever has it now; <c>null</c> where nobody seems to.</returns>
    private static async Task<string?> TryTakeAsync(
        IIssueTracker tracker,
        string name,
        string id,
        int attempt,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var note = string.Create(CultureInfo.InvariantCulture, $"{id} is filing until {time.GetUtcNow() + Lease:O}");
            if (await tracker.TryClaimAsync(name, note, cancellationToken))
            {
                return note;
            }
        }
        catch (TrackerException e) when (e.IsPassing && e.RetryAfter is null && e.MostTries > MostFailures && attempt < MostFailures)
        {
            // It may have been taken all the same: who has it is read now.
        }
        var holder = await tracker.ReadClaimAsync(name, cancellationToken);
        if (holder is not null && IsOver(holder, time))
        {
            await tracker.ReleaseAsync(name, cancellationToken);
        }
        return holder;
    }

    private static bool IsOver(string note, TimeProvider time) =>
        !DateTimeOffset.TryParse(
            note[(note.LastIndexOf(' ') + 1)..],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var until
        )
        || until < time.GetUtcNow()
        || until > time.GetUtcNow() + Lease * 2;

    /// <summary>Longer from time to time, as a tracker counts requests; with some luck in it, as all who wait began together.</summary>
    private static TimeSpan Pause(int attempt) =>
        TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(30, 100) * Math.Min(attempt + 1, 10));
}
