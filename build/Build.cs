using GoldenPath.Nuke;

/// <summary>The pipeline of this repository: the components' stages, and the usual targets beside them.</summary>
sealed partial class Build : GoldenPathBuild, ISmokeTest
{
    public static int Main() => Execute<Build>(x => ((ISmokeTest)x).SmokeTest);
}
