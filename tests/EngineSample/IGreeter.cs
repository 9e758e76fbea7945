using Nuke.Common;

namespace EngineSample;

/// <summary>A component: a parameter and two targets.</summary>
internal interface IGreeter : INukeBuild
{
    [Parameter("How greetings sound")]
    string Style => TryGetValue(() => Style) ?? "plain";

    [Parameter]
    int Volume => TryGetValue<int?>(() => Volume) ?? 3;

    Target Bow => _ => _.Executes(() => Console.WriteLine($"trace: bows, {Style} {Volume}"));

    Target Salute => _ => _.DependsOn(Bow).Executes(() => Console.WriteLine("trace: salutes"));
}
