using System.Text.RegularExpressions;
using Assembly = System.Reflection.Assembly;

namespace GoldenPath.Tests.Architecture;

/// <summary>The direction of the house: what a folder may know.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed partial class LayerSpecs
{
    private static readonly Lazy<Folders> Library = new(() => Folders.Of(typeof(Failure).Assembly));

    public static TheoryData<string> Projects =>
        ["GoldenPath", "GoldenPath.Guard", "GoldenPath.Docker", "GoldenPath.GitHub", "GoldenPath.Terminal", "AgentBackend"];

    [TableSpec]
    [MemberData(nameof(Projects))]
    public Task No_two_folders_of_a_project_reach_each_other(string project)
    {
        var folders = Folders.Of(Assembly.Load(project));

        Assert.NotEmpty(folders.All().Select(use => use.From).Prepend(folders.Root));
        AssertNone(folders.InCircles());
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_folder_of_the_library_knows_only_the_layers_below_it_in_the_drawing()
    {
        var layers = Drawn();
        var wrong = Library
            .Value.All()
            .Select(use => (Use: use, From: Top(use.From), To: Top(use.To)))
            .Where(use => use.From != use.To && layers[use.From] <= layers[use.To])
            .Select(use => use.Use);

        AssertNone(wrong);
        return Task.CompletedTask;
    }

    [Spec]
    public Task The_drawing_shows_every_folder_of_the_library_and_no_other()
    {
        var source = Repository.File("src/GoldenPath");
        var folders = Directory
            .GetFiles(source, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(source, file).Split(Path.DirectorySeparatorChar))
            .Where(parts => parts is [not ("bin" or "obj"), _, ..])
            .Select(parts => parts[0])
            .Distinct()
            .Append("GoldenPath");

        Assert.Equal(folders.Order(StringComparer.Ordinal), Drawn().Keys.Order(StringComparer.Ordinal));
        return Task.CompletedTask;
    }

    [Spec]
    public Task The_vocabulary_at_the_root_knows_nothing_else()
    {
        AssertNone(Library.Value.All().Where(use => use.From == Library.Value.Root));
        return Task.CompletedTask;
    }

    // The rarest first: it is most likely the one that was added.
    private static void AssertNone(IEnumerable<Use> uses)
    {
        var told = uses.GroupBy(use => (use.From, use.To))
            .OrderBy(pair => pair.Count())
            .Select(pair => $"{pair.Key.From} → {pair.Key.To}, {pair.Count()} times: {pair.First()}")
            .ToList();
        Assert.True(told.Count == 0, string.Join('\n', told));
    }

    private static string Top(string folder) => folder.Split('.') is [_, var top, ..] ? top : "GoldenPath";

    // A row of the drawing is a layer; the lowest is the highest number.
    private static Dictionary<string, int> Drawn()
    {
        var rows = Drawing().Match(File.ReadAllText(Repository.File("docs/architecture.md"))).Groups["rows"].Value.Split('\n');
        return rows.Select(row => Name().Matches(row).Select(match => match.Value).ToList())
            .Where(names => names.Count > 0)
            .Reverse()
            .Index()
            .SelectMany(layer => layer.Item.Select(name => (Name: name, Layer: layer.Index)))
            .ToDictionary(folder => folder.Name, folder => folder.Layer);
    }

    [GeneratedRegex("```text\\n(?<rows>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Drawing();

    [GeneratedRegex(@"(?<=^│.*)\b[A-Z][A-Za-z]+\b(?=.*│)")]
    private static partial Regex Name();
}
