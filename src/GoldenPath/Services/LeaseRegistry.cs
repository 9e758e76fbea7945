using System.Text.Json;
using GoldenPath.Guard.Leases;
using GoldenPath.Runs;

namespace GoldenPath.Services;

/// <summary>The leases of this user on this machine: what runs left behind, on purpose or because they were killed.</summary>
/// <remarks>A lease whose owner lives is never touched, and neither is one that another machine or container wrote.</remarks>
internal sealed class LeaseRegistry
{
    private static readonly TimeSpan ForgetDraftsAfter = TimeSpan.FromHours(1);
    private static readonly TimeSpan ForgetForeignAfter = TimeSpan.FromDays(7);

    /// <summary>A folder of Windows has one name in any case.</summary>
    private static readonly StringComparer Paths = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private readonly LeaseStore _store;
    private readonly Action<string> _warn;
    private readonly TimeProvider _time;

    /// <summary>Opens the leases.</summary>
    /// <param name="directory">The full path of their folder. Default: as <see cref="SupervisorOptions.LeaseDirectory"/>.</param>
    /// <param name="warn">Told of leases that cannot be read. Default: nobody.</param>
    /// <param name="time">The clock. Default: the system's.</param>
    public LeaseRegistry(string? directory = null, Action<string>? warn = null, TimeProvider? time = null) =>
        (_store, _warn, _time) = (new(directory ?? LeaseDirectory.Default()), warn ?? (_ => { }), time ?? TimeProvider.System);

    /// <summary>The full path of the folder of leases.</summary>
    public string Directory => _store.Directory;

    /// <summary>Every lease that can be read, oldest first.</summary>
    public IReadOnlyList<Lease> All() => [.. _store.Files().Order(StringComparer.Ordinal).Select(Read).OfType<Lease>()];

    /// <summary>The leases that runs of a checkout kept on purpose, the newest first.</summary>
    public IReadOnlyList<Lease> Kept(string checkout) => [.. OfCheckout(checkout).Where(lease => lease.Kept).Reverse()];

    /// <summary>The processes of a kept lease, watched from here. Stopping them works; their supervisor stays the guard that keeps them.</summary>
    public IReadOnlyList<ISupervisedService> Attach(Lease lease)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return [.. lease.Services.Select(service => new AttachedProcess(lease, service, _store, _time))];
    }

    /// <summary>Ends what runs of a checkout kept on purpose or left behind. A quiet success where there is nothing.</summary>
    /// <param name="checkout">The full path of the checkout.</param>
    /// <param name="hurry">Ends all grace.</param>
    public async Task<TeardownResult> TeardownAsync(string checkout, CancellationToken hurry)
    {
        var start = _time.GetTimestamp();
        var leases = OfCheckout(checkout).Where(lease => lease.Kept || lease.Machine.IsEarlierBoot || !lease.Owner.IsAlive);
        var leftovers = await EndAsync(leases, hurry);
        return TeardownResult.Of(_time.GetElapsedTime(start), leftovers);
    }

    /// <summary>Ends what dead runs of any checkout left behind without wanting to: the first step of each run.</summary>
    /// <param name="hurry">Ends all grace.</param>
    public async Task<SweepReport> SweepAsync(CancellationToken hurry)
    {
        Forget();
        // What an engine keeps outlives the machine's boot; the owner cannot.
        Lease[] abandoned =
        [
            .. All().Where(lease => !lease.Kept && (lease.Machine.IsEarlierBoot || (lease.Machine.IsHere && !lease.Owner.IsAlive))),
        ];
        return new([.. abandoned.Select(lease => lease.RunId)], await EndAsync(abandoned, hurry));
    }

    private IEnumerable<Lease> OfCheckout(string checkout) =>
        All()
            .Where(lease =>
                (lease.Machine.IsHere || lease.Machine.IsEarlierBoot) && Paths.Equals(Normalized(lease.Checkout), Normalized(checkout))
            );

    private async Task<IReadOnlyList<string>> EndAsync(IEnumerable<Lease> leases, CancellationToken hurry)
    {
        var teardown = new LeaseTeardown(_store, _time);
        var reports = await Task.WhenAll(leases.Select(lease => teardown.EndAsync(lease, hurry)));
        return [.. reports.SelectMany(report => report.Leftovers)];
    }

    /// <summary>Removes files that can name nothing alive any more: leases of an earlier boot, drafts of killed writers, and what other
    /// machines or containers left in a shared folder long ago.</summary>
    private void Forget()
    {
        foreach (
            var lease in All()
                .Where(lease =>
                    lease.Machine.IsEarlierBoot || (!lease.Machine.IsHere && IsOlder(_store.FileOf(lease.Id), ForgetForeignAfter))
                )
        )
        {
            if (lease.Resources.Count == 0)
            {
                _store.Delete(lease.Id);
            }
        }
        foreach (var draft in _store.Drafts().Where(draft => IsOlder(draft, ForgetDraftsAfter)))
        {
            File.Delete(draft);
        }
    }

    private bool IsOlder(string file, TimeSpan age) => _time.GetUtcNow() - File.GetLastWriteTimeUtc(file) > age;

    private Lease? Read(string file)
    {
        try
        {
            return LeaseStore.Read(file);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            _warn($"The lease {file} cannot be read and is left alone: {e.Message}");
            return null;
        }
    }

    private static string Normalized(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
}
