using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Adopting;

/// <summary>Finds web projects and test projects of .NET.</summary>
internal static partial class DotNetFinder
{
    /// <summary>Declares them.</summary>
    public static void Find(Survey survey)
    {
        foreach (var project in Projects(survey).Where(project => WebProject().IsMatch(survey.Tree.Read(project))))
        {
            Declare(survey, project);
        }

        FindTests(survey);
    }

    /// <summary>Declares the tests alone.</summary>
    public static void FindTests(Survey survey)
    {
        foreach (var project in Projects(survey).Where(project => TestProject().IsMatch(survey.Tree.Read(project))))
        {
            var name = Path.GetFileNameWithoutExtension(project);
            survey.Tests.Add(
                new(
                    ["dotnet", "test", project, "--logger", $"trx;LogFileName={{results}}/{name}.trx"],
                    "{results}/*.trx",
                    ".",
                    new Dictionary<string, string>(),
                    project
                )
            );
        }
    }

    private static IEnumerable<string> Projects(Survey survey) =>
        survey.Tree.Files.Where(file => Path.GetExtension(file) is ".csproj" or ".fsproj" or ".vbproj");

    private static void Declare(Survey survey, string project)
    {
        var folder = SourceTree.FolderOf(project);
        var launch = folder == "." ? "Properties/launchSettings.json" : $"{folder}/Properties/launchSettings.json";
        var address = HttpAddress().Match(survey.Tree.Read(launch));
        new ProcessDraft(survey, Path.GetFileNameWithoutExtension(project), folder)
        {
            // Paths of projects start at the file, wherever the process runs.
            Command = (["dotnet", $"{{build:{project}}}"], project),
            Environment = (
                new Dictionary<string, string>
                {
                    ["ASPNETCORE_URLS"] = "http://localhost:{port}",
                    ["ASPNETCORE_ENVIRONMENT"] = "Development",
                },
                "what 'dotnet run' would set"
            ),
            Port = address.Success
                ? (int.Parse(address.Groups["v"].Value, CultureInfo.InvariantCulture), launch)
                : (5000, "the framework's own"),
        }.Add();
    }

    [GeneratedRegex("Sdk=\"Microsoft\\.NET\\.Sdk\\.Web[\"/]")]
    private static partial Regex WebProject();

    [GeneratedRegex("Include=\"(Microsoft\\.NET\\.Test\\.Sdk)\"|<IsTestProject>true", RegexOptions.IgnoreCase)]
    private static partial Regex TestProject();

    [GeneratedRegex("\"applicationUrl\"\\s*:\\s*\"[^\"]*\\bhttp://[^:\"]+:(?<v>[0-9]+)")]
    private static partial Regex HttpAddress();
}
