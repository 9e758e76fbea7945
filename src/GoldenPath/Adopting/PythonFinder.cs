using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Adopting;

/// <summary>Finds applications of Python's web frameworks, and pytest.</summary>
internal static partial class PythonFinder
{
    private static readonly string[] _projects = ["pyproject.toml", "requirements.txt", "setup.py", "Pipfile", "manage.py", "pytest.ini"];

    /// <summary>Declares them.</summary>
    public static void Find(Survey survey)
    {
        foreach (var folder in Folders(survey))
        {
            var python = new PythonInterpreter(survey.Tree, folder);
            (Asgi(survey, folder, python) ?? Django(survey, folder, python) ?? Flask(survey, folder, python))?.Add();
        }

        FindTests(survey);
    }

    /// <summary>Declares the tests alone.</summary>
    public static void FindTests(Survey survey)
    {
        foreach (var folder in Folders(survey))
        {
            var tests = survey.Tree.Below(folder).FirstOrDefault(file => TestFile().IsMatch(file));
            if (
                tests is not null
                && !survey.Tests.Exists(test => test.Command.Contains("pytest") && (test.Directory == "." || test.Directory == folder))
            )
            {
                var python = new PythonInterpreter(survey.Tree, folder);
                survey.Tests.Add(
                    new(
                        [.. python.Words("pytest"), "-m", "pytest", "--junitxml={results}/pytest.xml"],
                        "{results}/*.xml",
                        folder,
                        new Dictionary<string, string>(),
                        tests
                    )
                );
                NeedModule(survey, python, "pytest");
            }
        }
    }

    // The highest folders that are a project; without one, the repository itself, where Python lies in it.
    private static List<string> Folders(Survey survey)
    {
        var folders = new List<string>();
        foreach (var folder in survey.Tree.Named(_projects).Select(SourceTree.FolderOf).Distinct())
        {
            if (!folders.Exists(above => above == "." || folder.StartsWith(above + "/", StringComparison.Ordinal)))
            {
                folders.Add(folder);
            }
        }

        return folders.Count == 0 && survey.Tree.Files.Any(file => file.EndsWith(".py", StringComparison.Ordinal)) ? ["."] : folders;
    }

    private static ProcessDraft? Asgi(Survey survey, string folder, PythonInterpreter python)
    {
        var clues = new SourceClues(survey.Tree, folder);
        if (clues.Find(AsgiApplication()) is not { } found)
        {
            return null;
        }

        var (module, options) = Module(found, folder);
        NeedModule(survey, python, "uvicorn");
        return new ProcessDraft(survey, NameOf(survey, folder), folder)
        {
            Command = (
                [.. python.Words("uvicorn"), "-m", "uvicorn", $"{module}:{found.Value}", .. options, "--port", "{port}"],
                found.Place
            ),
            Port = PortOf(clues, 8000),
        };
    }

    private static ProcessDraft? Flask(Survey survey, string folder, PythonInterpreter python)
    {
        var clues = new SourceClues(survey.Tree, folder);
        if (clues.Find(FlaskApplication()) is not { } found)
        {
            return null;
        }

        NeedModule(survey, python, "flask");
        return new ProcessDraft(survey, NameOf(survey, folder), folder)
        {
            Command = (
                [.. python.Words("flask"), "-m", "flask", "--app", Module(found, folder).Name, "run", "--port", "{port}"],
                found.Place
            ),
            Port = PortOf(clues, 5000),
        };
    }

    private static ProcessDraft? Django(Survey survey, string folder, PythonInterpreter python)
    {
        if (survey.Tree.Below(folder).FirstOrDefault(file => Path.GetFileName(file) == "manage.py") is not { } manage)
        {
            return null;
        }

        NeedModule(survey, python, "django");
        return new ProcessDraft(survey, NameOf(survey, folder), SourceTree.FolderOf(manage))
        {
            Command = ([.. python.Words("django"), "manage.py", "runserver", "--noreload", "{port}"], manage),
            Port = (8000, "the framework's own"),
        };
    }

    private static void NeedModule(Survey survey, PythonInterpreter python, string module)
    {
        if (!python.Has(module))
        {
            survey.NotInstalled.Add(
                $"{string.Join(' ', python.Words(module))} has no module {module}: install it as the project says ({python.Install})."
            );
        }
    }

    private static (int, string) PortOf(SourceClues clues, int usual) =>
        clues.Port is { } port ? (int.Parse(port.Value, CultureInfo.InvariantCulture), port.Place) : (usual, "the framework's own");

    private static string NameOf(Survey survey, string folder) =>
        folder == "."
            ? ProjectName().Match(survey.Tree.Read("pyproject.toml")) is { Success: true } name
                ? name.Groups["v"].Value
                : "app"
            : Path.GetFileName(folder);

    // Sources that lie in src/ are imported from there.
    private static (string Name, string[] Options) Module(Clue found, string folder)
    {
        var file = found.Place.Split(':')[0];
        var path = (folder == "." ? file : file[(folder.Length + 1)..])[..^".py".Length];
        path = path.EndsWith("/__init__", StringComparison.Ordinal) ? path[..^"/__init__".Length] : path;
        return path.StartsWith("src/", StringComparison.Ordinal)
            ? (path["src/".Length..].Replace('/', '.'), ["--app-dir", "src"])
            : (path.Replace('/', '.'), []);
    }

    [GeneratedRegex(@"(?m)^(?<v>\w+)\s*(:\s*[\w.]+\s*)?=\s*(fastapi\.)?(FastAPI|Starlette|Litestar|Quart)\(")]
    private static partial Regex AsgiApplication();

    [GeneratedRegex(@"(?m)^(?<v>\w+)\s*(:\s*[\w.]+\s*)?=\s*(flask\.)?Flask\(")]
    private static partial Regex FlaskApplication();

    [GeneratedRegex(@"(^|/)(test_\w+|\w+_test)\.py$")]
    private static partial Regex TestFile();

    [GeneratedRegex(@"(?m)^name\s*=\s*['""](?<v>[^'""]+)['""]")]
    private static partial Regex ProjectName();
}
