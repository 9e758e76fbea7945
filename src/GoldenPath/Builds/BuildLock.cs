namespace GoldenPath.Builds;

/// <summary>Lets one build of a checkout run at a time, among tasks and among processes. It is gone with the process that holds it.</summary>
internal static class BuildLock
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for the lock and takes it; disposing it gives it back.</summary>
    public static async Task<IDisposable> TakeAsync(string file, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(Interval, time, cancellationToken);
            }
        }
    }
}
