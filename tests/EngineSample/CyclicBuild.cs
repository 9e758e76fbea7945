using Nuke.Common;

namespace EngineSample;

/// <summary>A build that can never be planned.</summary>
internal sealed class CyclicBuild : TracedBuild
{
    private Target Hen => _ => _.DependsOn(Egg).Executes(Work);

    private Target Egg => _ => _.After(Hen).Executes(Work);

    private Target Innocent => _ => _.Executes(Work);

    public static int Run() => Execute<CyclicBuild>(x => x.Innocent);
}
