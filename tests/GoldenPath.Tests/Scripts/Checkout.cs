using System.Diagnostics;

namespace GoldenPath.Tests.Scripts;

/// <summary>A copy of the entry scripts around a pipeline of a few lines, which tells how it was called and how often it was built.</summary>
internal sealed class Checkout : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>
            <UseAppHost>false</UseAppHost>
          </PropertyGroup>
          <Target Name="Count" AfterTargets="CoreCompile">
            <WriteLinesToFile File="$(MSBuildProjectDirectory)/../compiled.txt" Lines="once" />
          </Target>
        </Project>
        """;

    private const string Program = """
        foreach (var argument in args)
            System.Console.WriteLine($"[{argument}]");
        foreach (System.Collections.DictionaryEntry variable in System.Environment.GetEnvironmentVariables())
            System.Console.WriteLine($"{variable.Key}={variable.Value}");
        System.Console.WriteLine($"pid={System.Environment.ProcessId}");
        if (args is ["wait"])
            System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);
        return args is ["exit", var code] ? int.Parse(code) : 0;
        """;

    private static readonly string Repository = FindRepository();

    private readonly Dictionary<string, string> _environment = new()
    {
        ["PATH"] = Environment.GetEnvironmentVariable("PATH")!,
        ["HOME"] = Environment.GetEnvironmentVariable("HOME")!,
        ["TERM"] = "xterm",
    };

    public Checkout()
    {
        Root = Directory.CreateTempSubdirectory("checkout-").FullName;
        foreach (var name in new[] { "build.sh", "build.cmd", "global.json" })
            File.Copy(Path.Combine(Repository, name), Path.Combine(Root, name));
        Write("build/_build.csproj", Project);
        Write("build/Program.cs", Program);
        Write("src/GoldenPath/Thing.cs", "");
        Write(".nuke/temp/stand-ins", "true\n");
    }

    private Checkout(string origin)
    {
        Root = Directory.CreateTempSubdirectory("checkout-").FullName;
        using var copy = Process.Start("cp", ["-a", origin + "/.", Root]);
        copy.WaitForExit();
    }

    public string Root { get; }

    public int Compilations => Has("compiled.txt") ? File.ReadAllLines(In("compiled.txt")).Length : 0;

    /// <summary>A copy, built or not as this one is.</summary>
    public Checkout Clone() => new(Root);

    public Checkout With(string name, string value)
    {
        _environment[name] = value;
        return this;
    }

    public string In(string path) => Path.Combine(Root, path);

    public bool Has(string path) => Path.Exists(In(path));

    public void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        File.WriteAllText(In(path), content);
    }

    public async Task WriteProgramAsync(string path, string shell)
    {
        Write(path, $"#!/bin/sh\n{shell}\n");
        using var chmod = Process.Start("chmod", ["+x", In(path)]);
        await chmod.WaitForExitAsync();
    }

    public Task<ScriptRun> RunAsync(params string[] arguments) => RunInAsync(Root, "build.sh", arguments);

    public async Task<ScriptRun> RunInAsync(string folder, string script, params string[] arguments)
    {
        using var process = Start(folder, script, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ScriptRun(process.ExitCode, output, await errors);
    }

    public Process Start(string folder, string script, params string[] arguments)
    {
        // As a shell starts it: build.cmd has no line that tells the kernel what reads it.
        var startInfo = new ProcessStartInfo("bash", ["-c", "exec \"$0\" \"$@\"", In(script), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        startInfo.Environment.Clear();
        foreach (var (name, value) in _environment)
            startInfo.Environment[name] = value;
        return Process.Start(startInfo)!;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "build.sh")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The specs run outside of the repository.");
        return folder;
    }
}
