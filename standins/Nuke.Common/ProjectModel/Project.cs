using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

public class Project : SolutionItem, IAbsolutePathHolder
{
    internal Project(string relativePath, Solution solution)
        : base(System.IO.Path.GetFileNameWithoutExtension(relativePath), solution) => RelativePath = relativePath;

    public string RelativePath { get; }

    public string FileName => System.IO.Path.GetFileName(RelativePath);

    public AbsolutePath Path => Solution.Directory / RelativePath;

    public AbsolutePath Directory => Path.Parent;

    public static implicit operator string(Project project) => project.Path;

    public static implicit operator AbsolutePath(Project project) => project.Path;
}
