using System.Diagnostics;

namespace GoldenPath.Tests.StandIns;

/// <summary>
/// Runs the sample build as users run a build: a process with arguments, an environment and a root folder.
/// What is looked at is what it leaves behind, so that the same specs hold for the real engine and for its stand-in.
/// </summary>
internal sealed class Engine : IDisposable
{
    private static readonly string Assembly = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory.Replace("GoldenPath.Tests", "EngineSample", StringComparison.Ordinal), "EngineSample.dll")
    );

    private readonly Dictionary<string, string> _environment = [];

    public Engine(string? build = null)
    {
        Root = Directory.CreateTempSubdirectory("engine-").FullName;
        Directory.CreateDirectory(Path.Combine(Root, ".nuke"));
        // Nothing of the machine that runs the specs: the engine takes parameters from any variable.
        foreach (var name in new[] { "PATH", "HOME", "DOTNET_ROOT", "SystemRoot", "TMPDIR" })
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
                _environment[name] = value;
        }

        _environment["TERM"] = "dumb";
        _environment["NUKE_TELEMETRY_OPTOUT"] = "1";
        if (build is not null)
            _environment["SAMPLE_BUILD"] = build;
    }

    public string Root { get; }

    public Engine With(string name, string value)
    {
        _environment[name] = value;
        return this;
    }

    public Engine WithFile(string path, string content)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return this;
    }

    public bool Has(string path) => Path.Exists(Path.Combine(Root, path));

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    public async Task<EngineRun> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new EngineRun(process.ExitCode, output, await errors);
    }

    /// <summary>A run that the spec wants to interfere with: it must end the process.</summary>
    public Process Start(params string[] arguments)
    {
        var startInfo = new ProcessStartInfo("dotnet", [Assembly, .. arguments])
        {
            WorkingDirectory = Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        startInfo.Environment.Clear();
        foreach (var (name, value) in _environment)
            startInfo.Environment[name] = value;
        var process = Process.Start(startInfo)!;
        process.StandardInput.Close();
        return process;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
