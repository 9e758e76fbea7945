namespace GoldenPath.Adopting;

/// <summary>What was found in a repository: what can be declared, and what a person must still say.</summary>
/// <param name="tree">The repository.</param>
internal sealed class Survey(SourceTree tree)
{
    /// <summary>The repository.</summary>
    public SourceTree Tree { get; } = tree;

    /// <summary>The services.</summary>
    public List<ServiceDraft> Services { get; } = [];

    /// <summary>The test commands.</summary>
    public List<TestDraft> Tests { get; } = [];

    /// <summary>What the file still lacks, and what to do about it.</summary>
    public List<string> Missing { get; } = [];

    /// <summary>What this machine still lacks, and what to do about it.</summary>
    public List<string> NotInstalled { get; } = [];

    /// <summary>Looks at a repository.</summary>
    public static Survey Of(string root)
    {
        var survey = new Survey(new SourceTree(root));
        var containers = ComposeFinder.Find(survey);
        if (!containers.RunsOwnCode)
        {
            NodeFinder.Find(survey);
            DotNetFinder.Find(survey);
            PythonFinder.Find(survey);
            ProcfileFinder.Find(survey);
            DockerfileFinder.Find(survey);
        }
        else
        {
            // The stack runs the programs; their tests run beside it.
            NodeFinder.FindTests(survey);
            DotNetFinder.FindTests(survey);
            PythonFinder.FindTests(survey);
        }

        containers.LetOthersWait(survey);
        survey.Judge();
        return survey;
    }

    /// <summary>A name that no service has yet.</summary>
    public string FreeName(string wanted)
    {
        var name = new string([.. wanted.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-')]).Trim(
            '-'
        );
        name = name.Length == 0 ? "app" : name;
        return Services.All(service => service.Name != name)
            ? name
            : Enumerable.Range(2, 100).Select(number => $"{name}-{number}").First(one => Services.All(service => service.Name != one));
    }

    /// <summary>A folder in a sentence; nothing for the repository's own.</summary>
    public static string In(string folder) => folder == "." ? "" : $" in {folder}";

    private void Judge()
    {
        if (Services.Count == 0)
        {
            Missing.Add("Nothing was found that starts a service: declare its command under services.");
        }

        if (Tests.Count == 0 && !Services.Exists(service => service is { WebSocket: not null, AgentEvents: not null }))
        {
            Missing.Add(
                "Nothing was found that proves that it works: declare a scenario, or a test command that writes TRX or JUnit XML under smoke."
            );
        }
    }
}
