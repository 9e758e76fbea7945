using System.Collections.ObjectModel;

namespace Octokit;

public class NewIssue(string title)
{
    public string Title { get; } = title;

    public string Body { get; set; }

    public Collection<string> Assignees { get; } = [];

    public Collection<string> Labels { get; } = [];
}
