using System.Reflection;
using Nuke.Common.IO;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.ProjectModel;

/// <summary>Loads the solution at the given path, or at the one that the parameter of this name holds.</summary>
public class SolutionAttribute(string relativePath) : ParameterAttribute("Path to the solution file.")
{
    public SolutionAttribute()
        : this(null) { }

    public override bool List { get; set; }

    public override object GetValue(MemberInfo member, object instance)
    {
        var path = relativePath is null
            ? ParameterValues.Instance.Find<AbsolutePath>(ParameterNames.Of(member))
            : NukeBuild.RootDirectory / relativePath;
        return new Solution(path.NotNull($"No solution file defined for '{member.Name}'."));
    }
}
