using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Adopting;

/// <summary>Finds services and tests of Node.js packages.</summary>
internal static partial class NodeFinder
{
    private static readonly string[] _starts = ["start", "serve", "dev"];

    /// <summary>What frameworks listen on where nobody says otherwise.</summary>
    private static readonly (string Package, int Port, bool TakesArguments)[] _frameworks =
    [
        ("next", 3000, false),
        ("nuxt", 3000, false),
        ("@nestjs/core", 3000, false),
        ("react-scripts", 3000, false),
        ("vite", 5173, true),
        ("@angular/cli", 4200, true),
        ("astro", 4321, true),
    ];

    /// <summary>Declares them.</summary>
    public static void Find(Survey survey)
    {
        foreach (var package in Packages(survey))
        {
            if (Command(survey, package) is { } command)
            {
                Declare(survey, package, command.Script, command.Text);
            }
        }

        FindTests(survey);
    }

    /// <summary>Declares the tests alone.</summary>
    public static void FindTests(Survey survey)
    {
        foreach (var package in Packages(survey).Where(package => package.Script("test") is not null))
        {
            NodeTests.Find(survey, package);
        }
    }

    private static IEnumerable<NodePackage> Packages(Survey survey) =>
        survey.Tree.Named("package.json").Select(file => new NodePackage(survey.Tree, file));

    // A script that starts something; or the program itself, where it listens.
    private static (string? Script, string Text)? Command(Survey survey, NodePackage package)
    {
        foreach (var name in _starts)
        {
            if (package.Script(name) is { } text && !IsWorkspaces(text))
            {
                return (name, text);
            }
        }

        var main = package.Main ?? "server.js";
        var path = package.Folder == "." ? main : $"{package.Folder}/{main}";
        return survey.Tree.Read(path).Contains(".listen(", StringComparison.Ordinal) ? (null, main) : null;
    }

    // A script that only starts the scripts of other packages, which are found by themselves.
    private static bool IsWorkspaces(string script) => Workspaces().IsMatch(script);

    private static void Declare(Survey survey, NodePackage package, string? script, string text)
    {
        var clues = new SourceClues(survey.Tree, package.Folder);
        var framework = _frameworks.FirstOrDefault(one => package.Uses(one.Package));
        var readsPort =
            clues.ReadsPort ?? (framework is { Package: not null, TakesArguments: false } ? new(framework.Package, package.File) : null);
        var isFixed = PortOption().IsMatch(text);
        var port = Port(survey, package, script, text, clues, framework.Port);
        new ProcessDraft(survey, package.Name, package.Folder)
        {
            Command = (
                Words(package, script, text, framework.TakesArguments),
                script is null ? package.File : $"{package.File}: \"{script}\": \"{text}\""
            ),
            Environment =
                readsPort is null || isFixed
                    ? (new Dictionary<string, string>(), "")
                    : (new Dictionary<string, string> { ["PORT"] = "{port}" }, $"{readsPort.Place} reads it"),
            Port = port,
        }.Add();
        if (!package.IsInstalled)
        {
            survey.NotInstalled.Add(
                $"The packages of {package.File} are not installed: run '{package.Manager} install'{Survey.In(package.Folder)}."
            );
        }
    }

    private static string[] Words(NodePackage package, string? script, string text, bool takesArguments)
    {
        if (script is null)
        {
            return ["node", text];
        }

        if (Built().IsMatch(text) && package.Script("build") is not null)
        {
            return ["sh", "-c", $"{package.Manager} run build && exec {package.Manager} run {script}"];
        }

        string[] arguments = takesArguments && !PortOption().IsMatch(text) ? ["--port", "{port}"] : [];
        return
        [
            package.Manager,
            "run",
            script,
            .. arguments.Length > 0 && package.Manager == "npm" ? ["--"] : Array.Empty<string>(),
            .. arguments,
        ];
    }

    private static (int Number, string Place)? Port(
        Survey survey,
        NodePackage package,
        string? script,
        string text,
        SourceClues clues,
        int usual
    ) =>
        PortOption().Match(text) is { Success: true } option ? (Number(option), $"{package.File}: \"{script}\"")
        : EnvironmentPort(survey, package) is { } variable ? variable
        : clues.Port is { } named ? (int.Parse(named.Value, CultureInfo.InvariantCulture), named.Place)
        : usual > 0 ? (usual, "the framework's own")
        : null;

    private static (int, string)? EnvironmentPort(Survey survey, NodePackage package)
    {
        foreach (var name in new[] { ".env", ".env.example" })
        {
            var file = package.Folder == "." ? name : $"{package.Folder}/{name}";
            if (PortLine().Match(survey.Tree.Read(file)) is { Success: true } line)
            {
                return (Number(line), file);
            }
        }

        return null;
    }

    private static int Number(Match match) => int.Parse(match.Groups["v"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(--port[= ]|\s-p[= ]?|\bPORT=)(?<v>[1-9][0-9]{2,4})\b")]
    private static partial Regex PortOption();

    [GeneratedRegex(@"(?m)^\s*(export\s+)?PORT\s*=\s*['""]?(?<v>[1-9][0-9]{2,4})\b")]
    private static partial Regex PortLine();

    [GeneratedRegex(@"\b(next start|vite preview)\b|\b(dist|build|\.next|\.output|out)/")]
    private static partial Regex Built();

    [GeneratedRegex(@"--workspaces?\b|\bturbo\b|\blerna\b|\bnx\b|pnpm (-r|--recursive|--filter)|concurrently|npm-run-all")]
    private static partial Regex Workspaces();
}
