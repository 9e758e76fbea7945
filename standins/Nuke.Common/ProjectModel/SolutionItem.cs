namespace Nuke.Common.ProjectModel;

public class SolutionItem
{
    internal SolutionItem(string name, Solution solution)
    {
        Name = name;
        Solution = solution;
    }

    public string Name { get; }

    public Solution Solution { get; }

    public override string ToString() => Name;
}
