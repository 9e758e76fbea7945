using System.Collections.ObjectModel;

namespace Octokit;

public class IssueRequest
{
    public IssueFilter Filter { get; set; } = IssueFilter.Assigned;

    public ItemStateFilter State { get; set; } = ItemStateFilter.Open;

    public Collection<string> Labels { get; } = [];

    public IssueSort SortProperty { get; set; } = IssueSort.Created;

    public SortDirection SortDirection { get; set; } = SortDirection.Descending;
}
