using GoldenPath.Terminal;
using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Serilog;

namespace GoldenPath.Nuke;

/// <summary>Hands the lines of a run to the engine's log: its files keep all of them, its console shows them where every line is asked for.</summary>
/// <param name="isShown">Whether the engine's console shows them.</param>
internal sealed class EngineLog(bool isShown)
{
    /// <summary>Takes a line. Lines are values, never templates: a brace in a log line stays a brace.</summary>
    /// <returns>Whether a person sees it by that.</returns>
    public bool Take(LineKind kind, string line)
    {
        switch (kind)
        {
            case LineKind.Error:
                Log.Error("{Line:l}", line);
                break;
            case LineKind.Warning:
                Log.Warning("{Line:l}", line);
                break;
            default:
                Log.Information("{Line:l}", line);
                break;
        }

        // GitHub makes annotations of problems, which stand in the log, too.
        return isShown || (kind >= LineKind.Warning && NukeBuild.Host is GitHubActions);
    }
}
