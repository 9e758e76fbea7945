using System.Text.RegularExpressions;

namespace GoldenPath.Runs;

/// <summary>Reads a checkout's commit, branch and origin from its files, which needs no git and no child process.</summary>
internal static partial class GitFiles
{
    private const string Heads = "refs/heads/";

    public static GitCheckout Read(string directory)
    {
        try
        {
            return Find(directory) is { } folder ? Describe(folder) : GitCheckout.Unknown;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return GitCheckout.Unknown; // A report without a commit is better than none.
        }
    }

    private static GitCheckout Describe(string folder)
    {
        var common = Common(folder);
        var head = File.ReadAllText(Path.Combine(folder, "HEAD")).Trim();
        var reference = head.StartsWith("ref: ", StringComparison.Ordinal) ? head["ref: ".Length..] : null;
        var branch = reference is not null && reference.StartsWith(Heads, StringComparison.Ordinal) ? reference[Heads.Length..] : null;
        return new()
        {
            Commit = reference is null ? head : Resolve(folder, reference) ?? Resolve(common, reference),
            Branch = branch,
            IsDefaultBranch = branch is null || branch == (DefaultBranch(common) ?? branch) && IsLikelyDefault(common, branch),
            Repository = Origin(common),
        };
    }

    /// <summary>The folder of the checkout; in a worktree and in a submodule <c>.git</c> is a file that names it.</summary>
    private static string? Find(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, ".git");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
            if (
                File.Exists(candidate)
                && File.ReadAllText(candidate).Trim() is var text
                && text.StartsWith("gitdir: ", StringComparison.Ordinal)
            )
            {
                return Path.GetFullPath(text["gitdir: ".Length..], folder.FullName);
            }
        }
        return null;
    }

    private static string Common(string folder)
    {
        var file = Path.Combine(folder, "commondir");
        return File.Exists(file) ? Path.GetFullPath(File.ReadAllText(file).Trim(), folder) : folder;
    }

    private static string? Resolve(string folder, string reference)
    {
        var loose = Path.Combine(folder, reference);
        if (File.Exists(loose))
        {
            return File.ReadAllText(loose).Trim();
        }
        var packed = Path.Combine(folder, "packed-refs");
        return File.Exists(packed)
            ? File.ReadLines(packed).FirstOrDefault(line => line.EndsWith(" " + reference, StringComparison.Ordinal))?.Split(' ')[0]
            : null;
    }

    private static string? DefaultBranch(string folder)
    {
        const string prefix = "ref: refs/remotes/origin/";
        var file = Path.Combine(folder, "refs", "remotes", "origin", "HEAD");
        return File.Exists(file) && File.ReadAllText(file).Trim() is var text && text.StartsWith(prefix, StringComparison.Ordinal)
            ? text[prefix.Length..]
            : null;
    }

    /// <summary>Where the remote's choice is not recorded, the usual names decide.</summary>
    private static bool IsLikelyDefault(string folder, string branch) =>
        DefaultBranch(folder) is not null || branch is "main" or "master" or "trunk";

    private static string? Origin(string folder)
    {
        var config = Path.Combine(folder, "config");
        var match = File.Exists(config) ? OriginUrl().Match(File.ReadAllText(config)) : Match.Empty;
        return match.Success ? match.Groups["repository"].Value : null;
    }

    [GeneratedRegex(
        @"\[remote ""origin""\][^\[]*?^\s*url\s*=\s*(\w+://[^/\s]+/|[^:\s/]+:)/*(?<repository>[\w.-]+/[\w.-]+?)(\.git)?/?\s*$",
        RegexOptions.Multiline
    )]
    private static partial Regex OriginUrl();
}
