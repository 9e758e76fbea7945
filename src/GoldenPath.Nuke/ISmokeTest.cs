using GoldenPath.Nuke.CommandLine;
using Nuke.Common;

namespace GoldenPath.Nuke;

/// <summary>The whole pipeline: <c>class Build : GoldenPathBuild, ISmokeTest</c> is all that a build needs.</summary>
public interface ISmokeTest : ISmokeTests, IDiagnose, IFileIssue, IResolveIssue, ITeardown, ITriage, IDoctor, IReplay, IMerge, IInit
{
    /// <summary>Starts the services, proves that they are ready, walks the golden path, says why it broke, and leaves nothing running.</summary>
    Target SmokeTest =>
        _ =>
            _.Stage(this, "The whole pipeline: start, wait, test, diagnose and file when it broke, tear down")
                .DependsOn(SmokeTests)
                .Triggers(Diagnose, FileIssue, ResolveIssue, Teardown);
}
