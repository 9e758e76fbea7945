using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace GoldenPath.Runs;

/// <summary>The folder of all runs: makes new ones, points at the newest, and drops old ones.</summary>
/// <param name="root">The folder, usually <c>artifacts/golden-path</c>.</param>
internal sealed partial class RunFolders(string root)
{
    /// <summary>How many run folders are kept: the newest 20 that tried anything.</summary>
    public const int Kept = 20;

    /// <summary>How many of those that broke are kept, however old they are: somebody may still be looking into them.</summary>
    public const int KeptRed = 10;

    /// <summary>How many of those are kept that ended before they tried anything; they take no place of others.</summary>
    public const int KeptIdle = 3;

    private const string Text = ".txt";

    /// <summary>The folder that <c>latest</c> stands for, or would.</summary>
    public string Latest =>
        Path.Combine(root, "latest") is var latest && !Directory.Exists(latest) && File.Exists(latest + Text)
            ? Path.Combine(root, File.ReadAllText(latest + Text).Trim())
            : latest;

    /// <summary>Makes the folder of a new run and points <c>latest</c> at it.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public RunFolder Create(DateTimeOffset now)
    {
        var id = $"{now:yyyyMMdd-HHmmss-fff}-{RandomNumberGenerator.GetHexString(4, lowercase: true)}";
        var folder = new RunFolder(root, id);
        Directory.CreateDirectory(folder.LogsDirectory);
        Directory.CreateDirectory(folder.ResultsDirectory);
        Directory.CreateDirectory(folder.EvidenceDirectory);
        PointLatestAt(id);
        KeepOutOfGit();
        return folder;
    }

    /// <summary>Deletes all but the newest run folders and the newest red ones, and spares the given ones.</summary>
    /// <param name="spared">Ids of runs that are alive.</param>
    public void Prune(IReadOnlyCollection<string> spared)
    {
        List<string> runs =
        [
            .. Directory
                .EnumerateDirectories(root)
                .Select(Path.GetFileName)
                .OfType<string>()
                .Where(name => RunId().IsMatch(name))
                .OrderDescending(StringComparer.Ordinal),
        ];
        if (runs.Count <= Kept)
        {
            return;
        }

        var worth = new RunWorth();
        foreach (var id in runs.Where(id => !worth.Keeps(new RunFolder(root, id)) && !spared.Contains(id)))
        {
            Delete(Path.Combine(root, id));
        }
    }

    [GeneratedRegex(@"\A[0-9]{8}-[0-9]{6}-[0-9]{3}-[0-9a-f]{4}\z")]
    private static partial Regex RunId();

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Another run may be pruning the same folder, or somebody reads it: the next run tries again.
        }
    }

    // No repository has to be told to ignore what its runs leave.
    private void KeepOutOfGit()
    {
        var ignore = Path.Combine(root, ".gitignore");
        if (!File.Exists(ignore))
        {
            File.WriteAllText(ignore, "*\n");
        }
    }

    private void PointLatestAt(string id)
    {
        var latest = Path.Combine(root, "latest");
        try
        {
            if (new DirectoryInfo(latest).LinkTarget is not null)
            {
                Directory.Delete(latest);
            }

            Directory.CreateSymbolicLink(latest, id);
            File.Delete(latest + Text);
        }
        catch (IOException) when (new DirectoryInfo(latest).LinkTarget is not null)
        {
            // Another run that starts at this moment was quicker; it is as new as this one.
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Windows without the right to make links: a file that holds the name does.
            File.WriteAllText(latest + Text, id + "\n");
        }
    }
}
