using GoldenPath.Nuke;
using Nuke.Common;

namespace OtherTeam;

/// <summary>All that another team writes to have the whole pipeline in a build of its own, and a target and a parameter of theirs.</summary>
internal sealed class Build : GoldenPathBuild, ISmokeTest
{
    /// <summary>Whom <see cref="Greet"/> greets.</summary>
    [Parameter("Whom to greet")]
    public string Name { get; } = "nobody";

    /// <summary>Greets.</summary>
    public Target Greet => _ => _.Executes(() => Console.WriteLine($"Hello, {Name}."));

    // A team may as well keep the base class that it has: OTHER_TEAM_BUILD=plain is such a build.
    public static int Main() =>
        Environment.GetEnvironmentVariable("OTHER_TEAM_BUILD") == "plain"
            ? PlainBuild.Run()
            : Execute<Build>(x => ((ISmokeTest)x).SmokeTest);
}
