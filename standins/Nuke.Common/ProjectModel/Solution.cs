using System.Text.RegularExpressions;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A solution file and the projects it names.</summary>
public class Solution : IAbsolutePathHolder
{
    private readonly Lazy<List<Project>> _projects;

    internal Solution(AbsolutePath path)
    {
        Assert.FileExists(path, $"Solution file '{path}' does not exist.");
        Path = path;
        // Nearly every run needs the path, few the projects.
        _projects = new Lazy<List<Project>>(() => SolutionReader.Read(this));
    }

    public AbsolutePath Path { get; set; }

    public string Name => Path.NameWithoutExtension;

    public string FileName => Path.Name;

    public AbsolutePath Directory => Path.Parent;

    public IReadOnlyCollection<Project> AllProjects => _projects.Value;

    public static implicit operator string(Solution solution) => solution.Path;

    public static implicit operator AbsolutePath(Solution solution) => solution.Path;

    public IEnumerable<Project> GetAllProjects(string wildcardPattern)
    {
        var pattern = new Regex($"^{Regex.Escape(wildcardPattern).Replace("\\*", ".*", StringComparison.Ordinal)}$");
        return AllProjects.Where(x => pattern.IsMatch(x.Name));
    }

    public override string ToString() => Path;
}
