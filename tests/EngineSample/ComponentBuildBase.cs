using Nuke.Common;

namespace EngineSample;

/// <summary>A base class with a target that a build overrides.</summary>
internal abstract class ComponentBuildBase : TracedBuild
{
    public virtual Target Inherited => _ => _.Executes(() => Trace("from the base"));
}
