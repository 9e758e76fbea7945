using System.Text.Json;
using GoldenPath.Guard.Leases;

namespace GoldenPath.Builds;

/// <summary>What a build was made of and what it made: as long as both are unchanged, building again would change nothing.</summary>
/// <param name="Folders">The folders of the project and of all projects that it references.</param>
/// <param name="LinkedFiles">Compiled files from elsewhere.</param>
/// <param name="Inputs">The fingerprint of what is in them.</param>
/// <param name="Outputs">The fingerprint of what was built.</param>
/// <param name="Assembly">The full path of the assembly.</param>
internal sealed record BuildStamp(
    IReadOnlyList<string> Folders,
    IReadOnlyList<string> LinkedFiles,
    string Inputs,
    string Outputs,
    string Assembly
)
{
    /// <summary>Whether nothing changed since.</summary>
    public bool IsCurrent() => Inputs == BuildInputs.Of(Folders, LinkedFiles).Fingerprint && Outputs == BuildOutputs.Fingerprint(Assembly);

    /// <summary>Reads a stamp; <c>null</c> where there is none that can be read.</summary>
    public static BuildStamp? Load(string file)
    {
        try
        {
            return
                JsonSerializer.Deserialize<BuildStamp>(File.ReadAllBytes(file))
                    is { Folders: not null, LinkedFiles: not null, Assembly: not null } stamp
                ? stamp
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the stamp, whole or not at all.</summary>
    public void Save(string file) => AtomicFile.Write(file, stream => JsonSerializer.Serialize(stream, this));
}
