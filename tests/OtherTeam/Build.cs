using GoldenPath.Nuke;

namespace OtherTeam;

/// <summary>All that another team writes to have the whole pipeline in a build of its own.</summary>
internal sealed class Build : GoldenPathBuild, ISmokeTest
{
    public static int Main() => Execute<Build>(x => ((ISmokeTest)x).SmokeTest);
}
