#nullable enable
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Nuke.Common.ProjectModel;

/// <summary>Reads the projects of <c>.slnx</c> and <c>.sln</c> files.</summary>
internal static partial class SolutionReader
{
    public static List<Project> Read(Solution solution)
    {
        var paths = solution.Path.Extension.Equals(".slnx", StringComparison.OrdinalIgnoreCase)
            ? XDocument.Load(solution.Path).Descendants("Project").Select(x => x.Attribute("Path")?.Value)
            : ProjectLine().Matches(File.ReadAllText(solution.Path)).Select(x => x.Groups["path"].Value);
        return [.. paths.OfType<string>().Select(x => new Project(x.Replace('\\', '/'), solution))];
    }

    // Folders of a solution are entries of the same kind, but their path has no extension of a project.
    [GeneratedRegex("""^Project\("[^"]*"\) = "[^"]*", "(?<path>[^"]*\.\w*proj)",""", RegexOptions.Multiline)]
    private static partial Regex ProjectLine();
}
