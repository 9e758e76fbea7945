using GoldenPath.Nuke;

class Build : GoldenPathBuild, ISmokeTest
{
    public static int Main() => Execute<Build>(x => ((ISmokeTest)x).SmokeTest);
}
