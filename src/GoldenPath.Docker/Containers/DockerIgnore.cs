using System.Text;
using System.Text.RegularExpressions;

namespace GoldenPath.Docker.Containers;

/// <summary>The rules of a <c>.dockerignore</c>: what of a build context is not sent to the engine. The last rule that matches decides.</summary>
/// <remarks>Rules as in https://docs.docker.com/build/concepts/context/#dockerignore-files: relative to the context, <c>*</c> and <c>?</c> within a
/// name, <c>**</c> across names, <c>!</c> for an exception; a rule that matches a folder holds for all that is in it.</remarks>
internal sealed class DockerIgnore
{
    private readonly List<(Regex Pattern, bool Excludes)> _rules;

    private DockerIgnore(IEnumerable<string> lines) =>
        _rules = [.. lines.Select(line => line.Trim()).Where(line => line is not ("" or "!" or "/") && line[0] != '#').Select(Rule)];

    /// <summary>Whether a folder that is excluded may hold something that is not.</summary>
    public bool HasExceptions => _rules.Exists(rule => !rule.Excludes);

    /// <summary>The rules for a Dockerfile: those of <c>NAME.dockerignore</c> beside it, or else of <c>.dockerignore</c> in the context.</summary>
    public static DockerIgnore Read(string context, string dockerfile) =>
        new(
            new[] { Path.Combine(context, dockerfile + ".dockerignore"), Path.Combine(context, ".dockerignore") }
                .Where(File.Exists)
                .Take(1)
                .SelectMany(File.ReadLines)
        );

    /// <summary>Rules given as lines.</summary>
    public static DockerIgnore Parse(params IEnumerable<string> lines) => new(lines);

    /// <summary>Whether a path, relative to the context and with slashes, is left out.</summary>
    public bool Excludes(string path) => _rules.FindLast(rule => rule.Pattern.IsMatch(path)) is { Excludes: true };

    private static (Regex Pattern, bool Excludes) Rule(string line)
    {
        var excludes = line[0] != '!';
        var path = (excludes ? line : line[1..].Trim()).Replace('\\', '/').Trim('/');
        path = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        return (new Regex($"^{Translate(path)}(?:/.*)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking), excludes);
    }

    private static string Translate(string glob)
    {
        var text = new StringBuilder();
        for (var i = 0; i < glob.Length; i++)
        {
            text.Append(
                glob[i] switch
                {
                    '*' when Follows("*/", i) => Skip(ref i, 2, "(?:.*/)?"),
                    '*' when Follows("*", i) => Skip(ref i, 1, ".*"),
                    '*' => "[^/]*",
                    '?' => "[^/]",
                    '[' when glob.IndexOf(']', i) is > 0 and var end => Skip(ref i, end - i, Class(glob[(i + 1)..end])),
                    var c => Regex.Escape(c.ToString()),
                }
            );
        }

        return text.ToString();

        bool Follows(string what, int at) => glob.AsSpan(at + 1).StartsWith(what);
    }

    private static string Skip(ref int at, int count, string text)
    {
        at += count;
        return text;
    }

    private static string Class(string members) =>
        members is ['^', .. var others]
            ? $"[^{Regex.Escape(others).Replace("]", "\\]", StringComparison.Ordinal)}/]"
            : $"[{members.Replace("\\", "\\\\", StringComparison.Ordinal)}]";
}
