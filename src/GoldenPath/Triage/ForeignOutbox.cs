using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Triage;

/// <summary>The outbox of a job that ran somebody else's code, such as that of a pull request from a fork: whatever is in it may have been written by anybody.</summary>
/// <remarks>It is looked at as little as can be: one regular file of a known name and size, in its top folder. Nothing in it is ever changed or removed.</remarks>
/// <param name="directory">Where it was downloaded to.</param>
internal sealed partial class ForeignOutbox(string directory)
{
    /// <summary>Twice what the longest issue and its comment take in JSON.</summary>
    private const int LargestFile = 1024 * 1024;

    /// <summary>What such a run left; <c>null</c> where it left nothing.</summary>
    /// <exception cref="RefusedDeliveryException">It is not what a run leaves.</exception>
    public (string Name, byte[] Content)? Read()
    {
        if (!Directory.Exists(directory))
        {
            return null;
        }

        // A run has one incident. Locks and what was set aside are of no concern.
        var files = new DirectoryInfo(directory).EnumerateFileSystemInfos("*.json").Take(2).ToList();
        return files switch
        {
            [] => null,
            [FileInfo file] => (file.Name, Content(file)),
            [_] => throw new RefusedDeliveryException("what is there is no file"),
            _ => throw new RefusedDeliveryException("it holds several deliveries, and a run leaves one"),
        };
    }

    private static byte[] Content(FileInfo file)
    {
        if (!Name().IsMatch(file.Name))
        {
            throw new RefusedDeliveryException("the name of its file is none that a run gives");
        }

        if (file.LinkTarget is not null || (file.Attributes & (FileAttributes.ReparsePoint | FileAttributes.Device)) != 0)
        {
            throw new RefusedDeliveryException("its file is a link");
        }

        // The length of a pipe or device says nothing: no more is read than may be there.
        using var stream = new FileStream(file.FullName, new FileStreamOptions { Options = FileOptions.SequentialScan });
        if (!stream.CanSeek || stream.Length is 0 or > LargestFile)
        {
            throw new RefusedDeliveryException(
                string.Create(CultureInfo.InvariantCulture, $"its file is empty, or larger than {LargestFile / 1024} KiB")
            );
        }

        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    [GeneratedRegex(@"\A\d{8}T\d{9}-[A-Za-z0-9._-]{1,230}\.json\z")]
    private static partial Regex Name();
}
