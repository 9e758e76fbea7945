namespace GoldenPath.Configuration;

/// <summary>How incidents are filed.</summary>
internal sealed record IssueSettings
{
    /// <summary><c>owner/name</c>; <c>null</c>: GITHUB_REPOSITORY in Actions, else the origin remote.</summary>
    public string? Repository { get; init; }

    /// <summary>Labels added to the ones that the verdict gives.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Where a broken run files. Default: in CI, and elsewhere where others share the code.</summary>
    public FilingWhen When { get; init; }

    /// <summary>The verdicts that are filed: <c>product</c>, <c>environment</c>. Default: both.</summary>
    public IReadOnlyList<string> On { get; init; } = ["product", "environment"];
}
