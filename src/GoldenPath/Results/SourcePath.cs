using System.Text.RegularExpressions;

namespace GoldenPath.Results;

/// <summary>Tells the path of a source file from the project's folder, also where it was built or run elsewhere: in a container, on a hosted runner, on
/// another machine.</summary>
/// <param name="directory">The project's folder.</param>
internal sealed partial class SourcePath(string directory)
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>The path to show: from the project's folder where the file lies in it, or its end is that of a file in it, or it lies in a hosted
    /// runner's checkout; otherwise as it is.</summary>
    public string Shown(string file)
    {
        if (!Path.IsPathRooted(file) && !WindowsRoot().IsMatch(file))
        {
            return file;
        }

        return Beneath(file) ?? EndOf(file) ?? (Checkout().Match(file) is { Success: true } checkout ? file[checkout.Length..] : file);
    }

    private string? Beneath(string file) =>
        file.StartsWith(directory + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? Path.GetRelativePath(directory, file) : null;

    // A file's name alone says too little: every folder has its index.js.
    private string? EndOf(string file)
    {
        var parts = file.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        for (var first = 1; first < parts.Length - 1; first++)
        {
            var end = string.Join('/', parts[first..]);
            if (parts[first] is not (".." or ".") && File.Exists(Path.Combine(directory, end)))
            {
                return end;
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
