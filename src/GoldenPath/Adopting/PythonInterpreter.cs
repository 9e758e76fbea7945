using System.ComponentModel;
using System.Diagnostics;

namespace GoldenPath.Adopting;

/// <summary>The Python that a project runs with: its own environment, its tool's, or the machine's.</summary>
/// <param name="tree">The repository.</param>
/// <param name="folder">The project's folder.</param>
internal sealed class PythonInterpreter(SourceTree tree, string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly string[] _environments =
    [
        ".venv/bin/python",
        "venv/bin/python",
        ".venv/Scripts/python.exe",
        "venv/Scripts/python.exe",
    ];
    private static readonly string[] _machine = OperatingSystem.IsWindows() ? ["python", "py"] : ["python3", "/usr/bin/python3", "python"];

    private readonly Dictionary<string, string?> _found = [];

    /// <summary>The command that installs what the project needs.</summary>
    public string Install =>
        Has("uv.lock", out _) ? "uv sync"
        : Has("poetry.lock", out _) ? "poetry install"
        : Has("Pipfile", out _) ? "pipenv install --dev"
        : Has("requirements.txt", out _) ? "python3 -m pip install -r requirements.txt"
        : "python3 -m pip install .";

    /// <summary>The words that run it; of the machine's, the first that has a module.</summary>
    public string[] Words(string module) =>
        _environments.FirstOrDefault(file => Has(file, out _)) is { } own ? [own]
        : Has("uv.lock", out _) ? ["uv", "run", "python"]
        : Has("poetry.lock", out _) ? ["poetry", "run", "python"]
        : Has("Pipfile", out _) ? ["pipenv", "run", "python"]
        : [Machine(module) ?? "python3"];

    /// <summary>Whether it has a module; unknown counts as yes.</summary>
    public bool Has(string module) =>
        Words(module) switch
        {
            [var own] when _environments.Contains(own) => Imports(Path.Combine(tree.Root, folder, own), module),
            [_] => Machine(module) is not null,
            _ => true,
        };

    private bool Has(string file, out string path) => tree.Has(path = Path.Combine(folder, file));

    private string? Machine(string module)
    {
        if (!_found.TryGetValue(module, out var found))
        {
            _found[module] = found = _machine.FirstOrDefault(program => Imports(program, module));
        }

        return found;
    }

    private static bool Imports(string program, string module)
    {
        var start = new ProcessStartInfo(program, ["-c", $"import {module}"])
        {
            WorkingDirectory = Path.GetTempPath(), // Nothing of the repository is imported in its place.
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var python = Process.Start(start)!;
            if (python.WaitForExit(Patience))
            {
                return python.ExitCode == 0;
            }

            python.Kill(entireProcessTree: true);
            return false;
        }
        catch (Win32Exception)
        {
            return false; // There is no such program.
        }
    }
}
