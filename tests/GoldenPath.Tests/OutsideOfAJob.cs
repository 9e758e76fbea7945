using System.Runtime.CompilerServices;

namespace GoldenPath.Tests;

/// <summary>The specs of a job are no job themselves: what its runner told them would change what runs say.</summary>
internal static class OutsideOfAJob
{
#pragma warning disable CA2255 // ModuleInitializer in libraries: it must come before every spec
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Enter()
    {
        foreach (var name in new[] { "GITHUB_ACTIONS", "GITHUB_EVENT_PATH", "GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT", "GITHUB_REPOSITORY" })
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }
}
