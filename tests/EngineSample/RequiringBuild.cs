using Nuke.Common;

namespace EngineSample;

/// <summary>A build that needs a parameter, whatever it does.</summary>
internal sealed class RequiringBuild : TracedBuild
{
    [Parameter]
    [Required]
    private readonly string? Ticket;

    private Target Travel => _ => _.Executes(() => Trace($"travels with {Ticket}"));

    private Target GoHome => _ => _.After(Travel).AssuredAfterFailure().Executes(Work);

    public static int Run() => Execute<RequiringBuild>(x => x.Travel);
}
