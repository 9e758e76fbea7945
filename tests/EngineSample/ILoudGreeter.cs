using Nuke.Common;

namespace EngineSample;

/// <summary>A component that builds on another and redefines a target of it.</summary>
internal interface ILoudGreeter : IGreeter
{
    Target IGreeter.Salute => _ => _.Inherit<IGreeter>(x => x.Salute).Executes(() => Console.WriteLine("trace: shouts"));

    Target Cheer => _ => _.DependsOn<IGreeter>(x => x.Salute).Executes(() => Console.WriteLine("trace: cheers"));
}
