using Nuke.Common;

namespace EngineSample;

internal sealed partial class SampleBuild
{
    private Target Deploy => _ => _.DependsOn(Check).Executes(Work);

    private Target Check => _ => _.DependsOn(Prepare).Executes(Work);

    private Target Prepare => _ => _.Executes(Work);

    private Target Everything => _ => _.DependsOn(Deploy);

    private Target Late => _ => _.After(Early).Executes(Work);

    private Target Early => _ => _.Executes(Work);

    private Target Eager => _ => _.Before(Early).Executes(Work);

    private Target Needy => _ => _.Executes(Work);

    private Target Provider => _ => _.DependentFor(Needy).Executes(Work);

    private Target Start => _ => _.Triggers(Notify).Executes(Work);

    private Target Notify => _ => _.Triggers(Archive).Executes(Work);

    private Target Archive => _ => _.Executes(Work);

    private Target Publish => _ => _.Executes(Work);

    private Target Listener => _ => _.TriggeredBy(Publish).Executes(Work);

    private Target Use => _ => _.DependsOn(Acquire).Executes(Work);

    private Target Acquire => _ => _.Triggers(Release).Executes(Work);

    private Target Release => _ => _.Executes(Work);

    private Target UseCarefully => _ => _.DependsOn(AcquireCarefully).Executes(Work);

    private Target AcquireCarefully => _ => _.Triggers(ReleaseCarefully).Executes(Work);

    private Target ReleaseCarefully => _ => _.After(UseCarefully).Executes(Work);

    private Target Hidden => _ => _.Unlisted().Executes(Work);
}
