using GoldenPath.Nuke;
using Nuke.Common;

namespace OtherTeam;

/// <summary>The pipeline in a build that derives from Nuke's own base class.</summary>
internal sealed class PlainBuild : NukeBuild, ISmokeTest
{
    /// <summary>Runs it.</summary>
    public static int Run() => Execute<PlainBuild>(x => ((ISmokeTest)x).SmokeTest);
}
