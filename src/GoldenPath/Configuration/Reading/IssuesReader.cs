using System.Text.RegularExpressions;

namespace GoldenPath.Configuration.Reading;

/// <summary>Reads how incidents are filed.</summary>
internal static partial class IssuesReader
{
    /// <summary>GitHub takes no longer label.</summary>
    public const int LongestLabel = 50;

    public static IReadOnlyList<string> Keys { get; } = ["repository", "labels", "on", "when"];

    public static IReadOnlyList<string> Verdicts { get; } = ["product", "environment"];

    public static IReadOnlyList<string> Places { get; } = ["ci", "shared", "always", "never"];

    public static IssueSettings Read(NodeReader reader)
    {
        var (map, defaults) = (reader.Map(Keys), new IssueSettings());
        return new IssueSettings
        {
            Repository = map.Find("repository") is { } repository ? Repository(repository) : null,
            Labels = map.Find("labels") is { } labels ? Labels(labels) : defaults.Labels,
            When =
                map.Find("when") is { } when && Enum.TryParse<FilingWhen>(when.OneOf(Places), ignoreCase: true, out var place)
                    ? place
                    : defaults.When,
            On = map.Find("on") is { } on ? [.. on.Items("verdicts").Select(item => item.OneOf(Verdicts))] : defaults.On,
        };
    }

    private static string Repository(NodeReader reader)
    {
        var repository = reader.Text();
        reader.Check(RepositoryName().IsMatch(repository), $"{reader.Quoted} is not a repository", "Write owner/name");
        return repository;
    }

    private static List<string> Labels(NodeReader reader)
    {
        var labels = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in reader.Items("labels"))
        {
            var label = item.Text();
            var isLabel = !string.IsNullOrWhiteSpace(label) && label.Length <= LongestLabel && !label.Any(char.IsControl);
            item.Check(isLabel, $"{item.Quoted} cannot be a label", $"GitHub takes 1 to {LongestLabel} characters");
            item.Check(seen.Add(label), $"{item.Quoted} is given twice", "GitHub's labels ignore case; remove one");
            labels.Add(label);
        }
        return labels;
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_-]{0,38}/(?!\.{1,2}\z)[A-Za-z0-9._-]{1,100}\z")]
    private static partial Regex RepositoryName();
}
