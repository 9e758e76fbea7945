namespace GoldenPath.Guard.Leases;

/// <summary>The lease of this guard: the one writer of its file.</summary>
internal sealed class LeaseLedger(LeaseStore store, Lease lease)
{
    private readonly Lock _writing = new();
    private bool _isClosed;

    public Lease Current { get; private set; } = lease;

    /// <summary>Changes the lease in memory and on disk; in neither where the disk refuses.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public void Change(Func<Lease, Lease> change)
    {
        lock (_writing)
        {
            var changed = change(Current);
            if (!_isClosed)
            {
                store.Write(changed);
            }
            Current = changed;
        }
    }

    /// <summary>From now on only memory changes: the run is being ended, and what is on disk is enough to finish that.</summary>
    public void Close()
    {
        lock (_writing)
        {
            _isClosed = true;
        }
    }

    public string? Delete() => store.Delete(Current.Id);
}
