using GoldenPath.Configuration;
using GoldenPath.Runs;

namespace GoldenPath.Triage;

/// <summary>Decides whether a run files at all: an incident is about code that others share.</summary>
/// <param name="settings">What the command asks for.</param>
/// <param name="when">What the file says.</param>
/// <param name="variable">Reads an environment variable.</param>
internal sealed class FilingPlace(RunSettings settings, FilingWhen when, Func<string, string?> variable)
{
    /// <summary>Why this run does not, in half a sentence; <c>null</c> where it does.</summary>
    public async Task<string?> WhyNotAsync() =>
        settings.FileIssue || when == FilingWhen.Always ? null
        : when == FilingWhen.Never ? "issues.when is never"
        : BuildServer.IsHere(variable) ? null
        : when == FilingWhen.Ci ? "issues.when is ci, and this is no build server"
        : await new SharedCode(settings.Root, settings.Artifacts).WhyNotAsync();
}
