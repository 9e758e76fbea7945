using System.Text.RegularExpressions;

namespace GoldenPath.Adopting;

/// <summary>Finds the web process of a Procfile, where nothing better was found.</summary>
internal static partial class ProcfileFinder
{
    /// <summary>Declares it.</summary>
    public static void Find(Survey survey)
    {
        foreach (var file in survey.Tree.Named("Procfile").Where(file => !Covered(survey, file)))
        {
            var text = survey.Tree.Read(file);
            if (Web().Match(text) is { Success: true } web)
            {
                new ProcessDraft(survey, "web", SourceTree.FolderOf(file))
                {
                    Command = (
                        ["sh", "-c", "exec " + Yaml.Literal(web.Groups["v"].Value.Trim())],
                        $"{file}:{SourceClues.LineOf(text, web.Index)}"
                    ),
                    Environment = (new Dictionary<string, string> { ["PORT"] = "{port}" }, "every platform that reads a Procfile sets it"),
                    Port = (5000, "the usual one of a Procfile; PORT moves it"),
                }.Add();
            }
        }
    }

    private static bool Covered(Survey survey, string file) =>
        survey.Services.Exists(service => IsProcessOf(service, SourceTree.FolderOf(file)));

    private static bool IsProcessOf(ServiceDraft service, string folder) =>
        service.Host is [{ Text: "process:" }, ..]
        && (folder == "." || service.Host.Any(line => line.Text == $"  directory: {Yaml.Scalar(folder)}"));

    [GeneratedRegex(@"(?m)^web\s*:(?<v>.+)$")]
    private static partial Regex Web();
}
