namespace GoldenPath.Triage;

/// <summary>The labels of an incident's issue.</summary>
internal static class IncidentLabels
{
    /// <summary>The label by which issues are found again.</summary>
    public static LabelDefinition AutoFiled { get; } = new("auto-filed", "ededed", "Filed, updated and closed by the GoldenPath pipeline");

    /// <summary>The label of everything that breaks a golden path.</summary>
    public static LabelDefinition GoldenPath { get; } = new("golden-path", "d4af37", "The path a user lives on is broken");

    /// <summary>The label of an incident that comes and goes on one commit, or comes back again and again. Such an issue is never closed by the pipeline.</summary>
    public static LabelDefinition Flaky { get; } = new("flaky", "fef2c0", "Passes and fails on the same commit; only a person closes it");

    /// <summary>The label that a person sets to hear no more of an incident: it is counted, without comments and without being reopened.</summary>
    public static LabelDefinition Quiet { get; } =
        new("golden-path-quiet", "cfd3d7", "GoldenPath counts occurrences here without comments or reopening");

    private static readonly LabelDefinition TestFailure = new("test-failure", "e99695", "A test or scenario failed");
    private static readonly LabelDefinition Infrastructure = new(
        "infrastructure",
        "5319e7",
        "The environment broke: services could not start or become ready"
    );
    private static readonly LabelDefinition Product = new("product", "1d76db", "The product broke although all services were ready");
    private static readonly LabelDefinition WebSocket = new("websocket", "0052cc", "Users of the WebSocket feel it");

    /// <summary>All labels of an incident, without doubles.</summary>
    public static IReadOnlyList<LabelDefinition> For(Incident incident)
    {
        List<LabelDefinition> labels = [Severity(incident.Severity), GoldenPath];
        if (incident.FailedTest is not null)
        {
            labels.Add(TestFailure);
        }
        labels.Add(incident.Run.Verdict == Verdict.Environment ? Infrastructure : Product);
        if (incident.ConcernsWebSocket)
        {
            labels.Add(WebSocket);
        }
        labels.Add(AutoFiled);
        labels.AddRange(incident.ConfiguredLabels.Select(Configured).Where(label => label.Name.Length > 0));
        return [.. labels.DistinctBy(label => label.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Those of somebody else's labels that an incident of this pipeline may have, as they are defined here, and those that every one has.</summary>
    /// <param name="names">What somebody else calls for.</param>
    /// <param name="configured">What the configuration of this repository adds.</param>
    public static IReadOnlyList<LabelDefinition> Known(IReadOnlyList<string> names, IReadOnlyList<string> configured)
    {
        var severity = names.FirstOrDefault(name => name is "P0" or "P1" or "P2" or "P3") ?? "P0";
        var side = names.Contains(Infrastructure.Name) ? Infrastructure : Product;
        return
        [
            .. new[] { Severity(severity), GoldenPath, side, TestFailure, WebSocket, AutoFiled }
                .Where(label => (label != TestFailure && label != WebSocket) || names.Contains(label.Name))
                .Concat(configured.Select(Configured).Where(label => label.Name.Length > 0))
                .DistinctBy(label => label.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static LabelDefinition Severity(string severity) =>
        severity switch
        {
            "P1" => new("P1", "d93f0b", "Serious: a golden path is broken for many"),
            "P2" => new("P2", "fbca04", "A golden path is broken, with a way around"),
            "P3" => new("P3", "0e8a16", "A golden path is broken where few walk it"),
            _ => new("P0", "b60205", "Critical: a golden path is broken"),
        };

    private static LabelDefinition Configured(string name)
    {
        var trimmed = name.Trim();
        var bounded = trimmed.Length > LabelDefinition.LongestName ? trimmed[..LabelDefinition.LongestName] : trimmed;
        return new(bounded, "c5def5", "Added by goldenpath.yml");
    }
}
