using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Pipeline;

/// <summary>Makes room for a run: what dead runs left behind is in its way, their ports, their memory, their folders.</summary>
/// <param name="leases">What runs left.</param>
/// <param name="console">Where a person is told what was ended.</param>
internal sealed class Sweep(LeaseRegistry leases, IRunConsole console)
{
    /// <summary>Ends what killed runs left, and removes the oldest run folders that nobody needs.</summary>
    /// <param name="session">The run that begins.</param>
    /// <param name="hurry">Ends all grace.</param>
    public async Task RunAsync(RunSession session, CancellationToken hurry)
    {
        var swept = await leases.SweepAsync(hurry);
        if (swept.Runs.Count > 0)
        {
            console.Information($"Ended what {swept.Runs.Count} killed run(s) had left: {string.Join(", ", swept.Runs)}");
            session.Journal.Write("sweep", string.Join(", ", swept.Runs));
        }

        foreach (var leftover in swept.Leftovers)
        {
            console.Warning(leftover);
        }

        new RunFolders(session.Folder.Root).Prune([session.Folder.RunId, .. leases.All().Select(lease => lease.RunId)]);
    }
}
