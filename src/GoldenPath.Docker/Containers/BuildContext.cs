using System.Formats.Tar;
using System.IO.Pipelines;

namespace GoldenPath.Docker.Containers;

/// <summary>The folder that an image is built from, as the tar that the engine takes. It is written while it is sent: no copy lies on disk or in memory.</summary>
/// <param name="folder">The full path of the folder.</param>
/// <param name="dockerfile">The Dockerfile, relative to the folder.</param>
internal sealed class BuildContext(string folder, string dockerfile)
{
    private readonly DockerIgnore _ignore = DockerIgnore.Read(folder, dockerfile);

    /// <summary>Begins to write the tar. An error of the disk comes up in the reading.</summary>
    public Stream OpenRead(CancellationToken cancellationToken)
    {
        var pipe = new Pipe();
        _ = Task.Run(() => WriteAsync(pipe.Writer, cancellationToken), CancellationToken.None);
        return pipe.Reader.AsStream();
    }

    /// <summary>What is sent, as paths relative to the folder, folders before what is in them.</summary>
    internal IEnumerable<string> Entries() => Entries("");

    private async Task WriteAsync(PipeWriter output, CancellationToken cancellationToken)
    {
        try
        {
            await using (var tar = new TarWriter(output.AsStream(leaveOpen: true), TarEntryFormat.Pax, leaveOpen: true))
            {
                foreach (var path in Entries())
                {
                    await tar.WriteEntryAsync(Path.Combine(folder, path), path, cancellationToken);
                }
            }

            await output.CompleteAsync();
        }
#pragma warning disable CA1031 // Whatever it is, the reader of the pipe gets it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await output.CompleteAsync(e);
        }
    }

    private IEnumerable<string> Entries(string below)
    {
        foreach (
            var entry in new DirectoryInfo(Path.Combine(folder, below))
                .EnumerateFileSystemInfos()
                .OrderBy(entry => entry.Name, StringComparer.Ordinal)
        )
        {
            var path = below + entry.Name;
            var excluded = _ignore.Excludes(path) && path != Slashes(dockerfile) && path != ".dockerignore";
            if (!excluded)
            {
                yield return path;
            }

            if (
                IsFolder(entry)
                && (!excluded || _ignore.HasExceptions || Slashes(dockerfile).StartsWith(path + "/", StringComparison.Ordinal))
            )
            {
                foreach (var inner in Entries(path + "/"))
                {
                    yield return inner;
                }
            }
        }
    }

    private static bool IsFolder(FileSystemInfo entry) => entry is DirectoryInfo && entry.LinkTarget is null;

    private static string Slashes(string path) => path.Replace('\\', '/');
}
