using System.Diagnostics;

namespace GoldenPath.Tests.Adopting;

/// <summary>A theory that needs Python with its web frameworks, and says so where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonTableSpecAttribute : TheoryAttribute
{
    private static readonly Lazy<bool> _isInstalled = new(() =>
        new[] { "python3", "/usr/bin/python3" }.Any(program => Imports(program, "django, fastapi, flask, pytest, uvicorn, websockets"))
    );

    public PythonTableSpecAttribute()
    {
        Timeout = 180_000;
        if (!_isInstalled.Value)
        {
            Skip = "Python has no django, fastapi, flask, pytest, uvicorn or websockets: .ci/samples install brings them.";
        }
    }

    private static bool Imports(string program, string modules)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo(program, ["-c", $"import {modules}"]) { RedirectStandardError = true })!;
            python.WaitForExit();
            return python.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
