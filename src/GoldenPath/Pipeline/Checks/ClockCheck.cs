using System.Globalization;

namespace GoldenPath.Pipeline.Checks;

/// <summary>Looks whether the clock is behind files that were written before: tokens and certificates are refused then. It does not prove the time right.</summary>
internal static class ClockCheck
{
    private const string Name = "clock";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    public static Finding Examine(TimeProvider time, params string[] files)
    {
        var now = time.GetUtcNow();
        var newest = files.Where(File.Exists).Select(file => new FileInfo(file)).MaxBy(file => file.LastWriteTimeUtc);
        return newest is not null && newest.LastWriteTimeUtc - now.UtcDateTime > Tolerance
            ? Finding.Warning(
                Name,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The clock says {now:yyyy-MM-dd HH:mm} UTC, and {newest.FullName} was written at {newest.LastWriteTimeUtc:yyyy-MM-dd HH:mm}."
                ),
                new Remedy("Set the clock: tokens and certificates are judged by it.")
            )
            : Finding.Ok(Name, string.Create(CultureInfo.InvariantCulture, $"the clock says {now:yyyy-MM-dd HH:mm} UTC"));
    }
}
