using System.Globalization;

namespace GoldenPath.Services;

/// <summary>A port that this run has taken and its service does not listen on yet.</summary>
/// <remarks>It is a locked file: the lock goes with the process that holds it, however that ends.</remarks>
internal sealed class PortReservation : IDisposable
{
    private readonly FileStream _lock;

    private PortReservation(int port, string file)
    {
        Port = port;
        _lock = new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
    }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>Gives the port free for other runs. Idempotent.</summary>
    public void Dispose() => _lock.Dispose();

    /// <summary>Takes a port, unless another run has it.</summary>
    internal static PortReservation? TryTake(string folder, int port)
    {
        try
        {
            return new(port, Path.Combine(OpenToAll(folder), port.ToString(CultureInfo.InvariantCulture)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // Locked by another run, of this user or of another.
        }
    }

    /// <summary>Creates the folder so that the runs of every user meet in it, as <c>/tmp</c> itself is.</summary>
    private static string OpenToAll(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(folder, (UnixFileMode)0b1_111_111_111); // drwxrwxrwt
            }
        }

        return folder;
    }
}
