using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace GoldenPath.Runs;

/// <summary>Tells where a run takes place, without anything that names a machine or a person.</summary>
internal static class EnvironmentFacts
{
    public static IReadOnlyList<EnvironmentFact> Collect(Func<string, string?> variable)
    {
        List<EnvironmentFact> facts =
        [
            new("System", $"{RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture})"),
            new("Processors", System.Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)),
            new("Runtime", RuntimeInformation.FrameworkDescription),
            new("GoldenPath", Version()),
            new("Runner", Runner(variable)),
        ];
        return facts;
    }

    private static string Runner(Func<string, string?> variable) =>
        ActionsJob.IsHere(variable)
            ? $"GitHub Actions, workflow {variable("GITHUB_WORKFLOW")}, job {variable("GITHUB_JOB")}, event {variable("GITHUB_EVENT_NAME")}, attempt {variable("GITHUB_RUN_ATTEMPT")}"
        : variable("CI") is { Length: > 0 } ? "a build server"
        : "local";

    private static string Version() =>
        typeof(EnvironmentFacts).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
