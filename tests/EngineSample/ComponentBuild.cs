using Nuke.Common;

namespace EngineSample;

/// <summary>A build made of components.</summary>
internal sealed class ComponentBuild : ComponentBuildBase, ILoudGreeter
{
    public override Target Inherited => _ => _.Base().Executes(() => Trace("from the build"));

    private Target Party =>
        _ => _.DependsOn<ILoudGreeter>(x => x.Cheer).TryDependsOn<IAbsent>(x => x.Nowhere).TryAfter<IGreeter>(x => x.Bow).Executes(Work);

    Target IGreeter.Bow => _ => _.Executes(() => Trace("bows in its own way"));

    public static int Run() => Execute<ComponentBuild>(x => ((IGreeter)x).Salute);
}
