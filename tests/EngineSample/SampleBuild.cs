using Nuke.Common;

namespace EngineSample;

/// <summary>Little targets, one for each thing that an engine does with targets.</summary>
internal sealed partial class SampleBuild : TracedBuild
{
    private Target Greet => _ => _.Description("Says hello.").Executes(() => Console.WriteLine($"Hello {Guest}!"));

    public static int Run() => Execute<SampleBuild>(x => x.Greet);
}
