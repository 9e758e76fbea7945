using Nuke.Common;

namespace EngineSample;

/// <summary>A component that no build here has.</summary>
internal interface IAbsent : INukeBuild
{
    Target Nowhere => _ => _;
}
