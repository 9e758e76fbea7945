using GoldenPath.Nuke;
using Nuke.Common;

/// <summary>The pipeline of this repository: the components' stages, and the usual targets beside them.</summary>
sealed partial class Build : NukeBuild, ISmokeTest
{
    public static int Main() => Execute<Build>(x => ((ISmokeTest)x).SmokeTest);
}
