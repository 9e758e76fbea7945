#nullable enable
using System.Diagnostics;
using System.Reflection;
using Nuke.Common.IO;
using Nuke.Common.ValueInjection;
using Serilog;

namespace Nuke.Common.CI;

/// <summary>Writes the configurations that the attributes of a build describe: on request, or on every local run.</summary>
internal static class WorkflowGeneration
{
    public static string? Requested => ParameterValues.Instance.Find<string>(ParameterNames.Generate);

    public static void Generate(NukeBuild build, string id)
    {
        var generators = Generators(build).ToList();
        var generator =
            generators.SingleOrDefault(x => x.Id == id)
            ?? throw new ArgumentException($"There is no configuration '{id}'. Known: {string.Join(", ", generators.Select(x => x.Id))}.");
        generator.Generate(build.ExecutableTargets);
    }

    public static void RefreshAll(NukeBuild build)
    {
        if (NukeBuild.IsServerBuild)
            return;
        // Whoever sees the warning shall read it before the output of the targets pushes it away.
        var changed = Generators(build).Where(x => x.AutoGenerate).ToList().FindAll(Refresh);
        if (changed.Count == 0 || build.Help || Console.IsInputRedirected)
            return;
        Host.Information("Press any key to continue ...");
        Console.ReadKey();
    }

    private static IEnumerable<ConfigurationAttributeBase> Generators(NukeBuild build)
    {
        foreach (var generator in build.GetType().GetCustomAttributes<ConfigurationAttributeBase>())
        {
            generator.Build = build;
            yield return generator;
        }
    }

    // A process of its own, because the host decides about what a build says of itself.
    private static bool Refresh(ConfigurationAttributeBase generator)
    {
        var before = Contents(generator);
        string[] arguments =
        [
            NukeBuild.BuildAssemblyFile,
            $"--{ParameterNames.Generate}",
            generator.Id,
            "--host",
            generator.HostName,
            "--root",
            NukeBuild.RootDirectory,
        ];
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"Generating {generator.DisplayName} failed:{Environment.NewLine}{output}{errors.Result}");
        if (Contents(generator).SequenceEqual(before))
            return false;
        Log.Warning("Configuration files for {Configuration} have changed.", generator.DisplayName);
        return true;
    }

    private static List<string?> Contents(ConfigurationAttributeBase generator) =>
        [.. generator.GeneratedFiles.Select(x => x.FileExists() ? File.ReadAllText(x) : null)];
}
