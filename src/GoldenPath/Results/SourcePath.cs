using System.Text.RegularExpressions;

namespace GoldenPath.Results;

/// <summary>Tells the path of a source file from the root of its repository, also where it was built or run elsewhere: in a container, on a hosted runner, on
/// another machine.</summary>
/// <param name="root">The root of the repository.</param>
/// <param name="directory">The folder that the tests ran in. Default: the root.</param>
internal sealed partial class SourcePath(string root, string? directory = null)
{
    private static readonly char[] Separators = ['/', '\\'];

    private readonly string _directory = directory ?? root;

    /// <summary>The path to show: from the root where the file lies below it, or its end is that of a file there, or it lies in a hosted
    /// runner's checkout; otherwise as it is.</summary>
    public string Shown(string file)
    {
        if (!Path.IsPathRooted(file) && !WindowsRoot().IsMatch(file))
        {
            return Path.GetFullPath(file, _directory) is var here && File.Exists(here) ? Beneath(here) ?? file : file;
        }

        return Beneath(file)
            ?? EndOf(file, root)
            ?? EndOf(file, _directory)
            ?? (Checkout().Match(file) is { Success: true } checkout ? file[checkout.Length..] : file);
    }

    private string? Beneath(string file) =>
        file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? Path.GetRelativePath(root, file) : null;

    // A file's name alone says too little: every folder has its index.js.
    private string? EndOf(string file, string folder)
    {
        var parts = file.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        for (var first = 1; first < parts.Length - 1; first++)
        {
            var end = string.Join('/', parts[first..]);
            if (parts[first] is not (".." or ".") && File.Exists(Path.Combine(folder, end)))
            {
                return Beneath(Path.Combine(folder, end)) ?? end;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^([A-Za-z]:[\\/]|\\\\)")]
    private static partial Regex WindowsRoot();

    /// <summary>The checkouts of GitHub (work/NAME/NAME, __w, a, a container's), Azure Pipelines (work/1/s), GitLab, CircleCI and Bitbucket.</summary>
    [GeneratedRegex(
        @"^(.*[\\/](_?work|__w)[\\/](?<name>[^\\/]+)[\\/]\k<name>[\\/]|[A-Za-z]:[\\/]a[\\/](?<name>[^\\/]+)[\\/]\k<name>[\\/]|/github/workspace/"
            + @"|.*[\\/](work|a)[\\/]\d+[\\/]s[\\/]|/builds/[^/]+/[^/]+/|/home/circleci/project/|/opt/atlassian/pipelines/agent/build/)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Checkout();
}
