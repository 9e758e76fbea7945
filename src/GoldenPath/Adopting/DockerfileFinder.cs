using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Adopting;

/// <summary>Finds a Dockerfile, where nothing was found that starts without an engine.</summary>
internal static partial class DockerfileFinder
{
    /// <summary>Declares its container.</summary>
    public static void Find(Survey survey)
    {
        var own = survey.Services.Exists(service => service.Host[0].Text != "compose:");
        foreach (var file in own ? [] : survey.Tree.Named("Dockerfile", "Containerfile").Take(1))
        {
            var folder = SourceTree.FolderOf(file);
            var text = survey.Tree.Read(file);
            var clues = new SourceClues(survey.Tree, folder);
            var exposed = Exposed().Match(text);
            var port = exposed.Success ? int.Parse(exposed.Groups["v"].Value, CultureInfo.InvariantCulture) : 8080;
            var name = survey.FreeName(folder == "." ? "app" : Path.GetFileName(folder));
            survey.Services.Add(
                new ServiceDraft
                {
                    Name = name,
                    Host =
                    [
                        new("container:"),
                        new($"  build: {{ context: {Yaml.Scalar(folder)}, dockerfile: {Path.GetFileName(file)} }}", file),
                        new($"  ports: [\"{port}:{port}\"]"),
                    ],
                    Port = port,
                    PortPlace = exposed.Success
                        ? $"{file}:{SourceClues.LineOf(text, exposed.Index)}"
                        : "the usual one; the file exposes none",
                    Health = clues.Health,
                    WebSocket = clues.WebSocket,
                    AgentEvents = clues.AgentEvents,
                    HasHealthCheck = text.Contains("\nHEALTHCHECK", StringComparison.Ordinal),
                }
            );
            if (!exposed.Success)
            {
                survey.Missing.Add($"{file} exposes no port: write the one that '{name}' listens on under port and ports.");
            }
        }
    }

    [GeneratedRegex(@"(?m)^\s*EXPOSE\s+(?<v>[0-9]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Exposed();
}
