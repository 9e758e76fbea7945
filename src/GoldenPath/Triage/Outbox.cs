using System.Text.Json;
using System.Text.Json.Serialization;
using GoldenPath.Guard.Leases;

namespace GoldenPath.Triage;

/// <summary>The folder where deliveries wait that no tracker took, each in a file of its own.</summary>
/// <remarks>A file is there as a whole or not at all. A run's delivery has one name, so it cannot wait twice; the tracker's history
/// refuses a run that it knows, so it cannot arrive twice either. A file that cannot be read is set aside, and never blocks the others.</remarks>
/// <param name="directory">The folder; made when something has to wait.</param>
internal sealed class Outbox(string directory)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The folder.</summary>
    public string Directory { get; } = Path.GetFullPath(directory);

    /// <summary>The names of what waits, oldest first.</summary>
    public IReadOnlyList<string> Waiting =>
        System.IO.Directory.Exists(Directory)
            ?
            [
                .. System
                    .IO.Directory.EnumerateFiles(Directory, "*.json")
                    .Select(file => Path.GetFileName(file))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Puts a delivery there.</summary>
    /// <returns>Its file.</returns>
    public string Put(Delivery delivery)
    {
        System.IO.Directory.CreateDirectory(Directory);
        AtomicFile.Write(Path.Combine(Directory, ".gitignore"), "*\n");
        var file = Path.Combine(Directory, delivery.FileName);
        AtomicFile.Write(file, JsonSerializer.Serialize(delivery, Format));
        return file;
    }

    /// <summary>Reads what waits under a name; <c>null</c> where it is gone, or was damaged and is now set aside.</summary>
    public Delivery? Read(string name)
    {
        var file = Path.Combine(Directory, name);
        try
        {
            return JsonSerializer.Deserialize<Delivery>(File.ReadAllText(file), Format);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (JsonException)
        {
            SetAside(name, "damaged");
            return null;
        }
    }

    /// <summary>Keeps a delivery that nobody will take from blocking the others: its file stays, under another name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="why">One word, which its name gets.</param>
    /// <param name="reason">The reason, kept in a file beside it. Default: none is known.</param>
    public void SetAside(string name, string why, string? reason = null)
    {
        var file = Path.Combine(Directory, name);
        File.Move(file, $"{file}.{why}", overwrite: true);
        if (reason is not null)
        {
            AtomicFile.Write($"{file}.{why}.txt", $"{reason}\nTo deliver it again: mv '{file}.{why}' '{file}'\n");
        }
    }

    /// <summary>Takes a delivered one away.</summary>
    public void Remove(string name) => File.Delete(Path.Combine(Directory, name));

    /// <summary>Keeps others from delivering at the same time; <c>null</c> where another process does.</summary>
    public IDisposable? TryOpen()
    {
        System.IO.Directory.CreateDirectory(Directory);
        try
        {
            return new FileStream(Path.Combine(Directory, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
