using GoldenPath.Configuration;
using GoldenPath.Diagnosis.Facts;

namespace GoldenPath.Diagnosis.Collecting;

/// <summary>Writes down what is where logs say that something may not be used, is in the way, or is missing. What is in it is not kept.</summary>
internal sealed class PathEvidence(CaptureSubject subject)
{
    private const int MostPaths = 12;
    private const int MostBytes = 1024 * 1024;
    private readonly EvidenceSheet _sheet = subject.Sheet("paths");

    /// <param name="named">The paths, by service.</param>
    public IReadOnlyList<PathFact> Collect(IEnumerable<(string Service, string Path)> named)
    {
        IReadOnlyList<PathFact> facts =
        [
            .. named.Where(one => !IsRemote(one.Path)).Distinct().Take(MostPaths).Select(one => Fact(one.Service, one.Path)),
        ];
        _sheet.Write();
        return facts;
    }

    // A log may hold anybody's text: no other machine is asked for a path that one names.
    private static bool IsRemote(string path) =>
        path.StartsWith(@"\\", StringComparison.Ordinal)
        || path.StartsWith("//", StringComparison.Ordinal)
        || path.Contains('\0', StringComparison.Ordinal);

    private PathFact Fact(string service, string path)
    {
        var full = Path.GetFullPath(OfHome(path), Directory(service));
        var file = new FileInfo(full);
        if (!file.Exists)
        {
            var isFolder = System.IO.Directory.Exists(full);
            return new(
                service,
                path,
                isFolder,
                null,
                false,
                _sheet.Add($"{path}: {(isFolder ? $"a folder{Mode(full)}" : "is not there")}")
            );
        }

        var hasReturns = HasCarriageReturns(file);
        var lines = hasReturns ? ", its lines end as Windows ends them" : "";
        return new(service, path, true, IsExecutable(full), hasReturns, _sheet.Add($"{path}: a file{Mode(full)}{lines}"));
    }

    // Home folders are taken out of logs.
    private static string OfHome(string path) =>
        path.StartsWith("~/", StringComparison.Ordinal)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..])
            : path;

    private string Directory(string service) =>
        subject.Definition.Services.First(one => one.Name == service).Host is ProcessHostDefinition process
            ? process.Directory
            : subject.Definition.Directory;

    private static string Mode(string path) =>
        OperatingSystem.IsWindows() ? "" : $", rights {Convert.ToString((int)File.GetUnixFileMode(path), 8)}";

    private static bool? IsExecutable(string path) =>
        OperatingSystem.IsWindows()
            ? null
            : (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;

    // Only of a script, and never of a pipe or device, which have no length and might never answer.
    private static bool HasCarriageReturns(FileInfo file)
    {
        if (file.Length is 0 or > MostBytes)
        {
            return false;
        }

        try
        {
            using var reader = file.OpenRead();
            var begin = new byte[256];
            var read = begin.AsSpan(0, reader.Read(begin));
            return read.StartsWith("#!"u8) && read.IndexOf((byte)'\n') is > 0 and var end && read[end - 1] == '\r';
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // It cannot be read, which the run knows already.
        }
    }
}
