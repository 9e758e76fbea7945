namespace GoldenPath.Runs;

/// <summary>Whether a run takes place on a build server, by the variables that these set.</summary>
internal static class BuildServer
{
    // The common word of nearly all, and what the others say of themselves.
    private static readonly string[] Variables =
    [
        "CI",
        "GITHUB_ACTIONS",
        "TF_BUILD",
        "TEAMCITY_VERSION",
        "JENKINS_URL",
        "CODEBUILD_BUILD_ID",
    ];

    /// <summary>Whether it does.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    public static bool IsHere(Func<string, string?> variable) =>
        Variables.Any(name =>
            variable(name) is { Length: > 0 } value && value != "0" && !value.Equals("false", StringComparison.OrdinalIgnoreCase)
        );
}
