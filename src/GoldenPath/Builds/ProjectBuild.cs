using System.Security.Cryptography;
using System.Text;
using GoldenPath.Configuration;
using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Builds;

/// <summary>Builds projects for <c>{build:PROJECT}</c>, in configuration Debug. Costs some milliseconds where nothing changed.</summary>
/// <remarks>A project counts as unchanged while the names, sizes and times of all files in its folder, in the folders of the projects
/// that it references and of MSBuild's and NuGet's own files above them are the same, and so are its assemblies. Changes in files that
/// a project imports or links from elsewhere may go unseen; <c>dotnet build</c> sees them.</remarks>
/// <param name="directory">Where relative paths of projects start: the folder of the configuration file.</param>
/// <param name="stampDirectory">Where is remembered what was built from what: <c>builds</c> beside the runs.</param>
/// <param name="folder">The run's folder, for the logs of the builds.</param>
/// <param name="supervisor">Runs <c>dotnet build</c>, so that it ends with the run.</param>
/// <param name="console">Where a person is told that something is built.</param>
/// <param name="time">The clock. Default: the system's.</param>
internal sealed class ProjectBuild(
    string directory,
    string stampDirectory,
    RunFolder folder,
    ISupervisor supervisor,
    IRunConsole console,
    TimeProvider? time = null
)
{
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Builds a project if anything changed.</summary>
    /// <param name="project">A project file, or a folder that holds exactly one.</param>
    /// <param name="cancellationToken">Ends a build that runs.</param>
    /// <returns>The full path of the project's assembly.</returns>
    /// <exception cref="PipelineException">It does not build: cause <c>build.failed</c>, with the first errors.</exception>
    public async Task<string> BuildAsync(string project, CancellationToken cancellationToken)
    {
        var file = ProjectFile.Find(directory, project, out var problem) ?? throw Failed(project, problem);
        Directory.CreateDirectory(stampDirectory);
        var stampFile = Path.Combine(stampDirectory, StampName(file));
        if (BuildStamp.Load(stampFile) is { } stamp && stamp.IsCurrent())
            return stamp.Assembly;
        using var exclusive = await BuildLock.TakeAsync(Path.Combine(stampDirectory, "lock"), _time, cancellationToken);
        if (BuildStamp.Load(stampFile) is { } another && another.IsCurrent())
            return another.Assembly;
        return await BuildAsync(project, file, stampFile, cancellationToken);
    }

    private async Task<string> BuildAsync(string project, string file, string stampFile, CancellationToken cancellationToken)
    {
        console.Information($"Building {project} …");
        using var shown = console.Watch(project, () => "dotnet build");
        var start = _time.GetUtcNow();
        var resultFile = stampFile + ".result";
        await RunAsync(project, file, resultFile, cancellationToken);
        var evaluation = BuildEvaluation.Load(resultFile, file);
        File.Delete(resultFile);
        if (!File.Exists(evaluation.Assembly))
            throw Failed(project, "it gives no single assembly. Write TargetFramework instead of TargetFrameworks");
        Stamp(evaluation, stampFile, start);
        return evaluation.Assembly;
    }

    private async Task RunAsync(string project, string file, string resultFile, CancellationToken cancellationToken)
    {
        var process = await StartAsync(project, file, resultFile, cancellationToken);
        try
        {
            var exit = await process.Exited.WaitAsync(cancellationToken);
            if (exit.Code != 0 || !File.Exists(resultFile))
                throw Failed(project, null, process.LogFile);
        }
        finally
        {
            // Also after a success: a build may leave compilers and nodes of its own behind. Where the run ends, the teardown waits for a deaf one.
            var stopping = process.StopAsync(CancellationToken.None);
            await (
                cancellationToken.IsCancellationRequested
                    ? Task.WhenAny(stopping, Task.Delay(LastMoment, _time, CancellationToken.None))
                    : stopping
            );
        }
    }

    private async Task<ISupervisedService> StartAsync(string project, string file, string resultFile, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        File.Delete(resultFile);
        Directory.CreateDirectory(folder.LogsDirectory);
        try
        {
            // Not cancelled halfway: what has been started must be known, to be stopped.
            return await supervisor.StartAsync(Spec(file, resultFile), CancellationToken.None);
        }
        catch (PipelineException exception) when (exception.Failure.Cause == Causes.ExecutableMissing)
        {
            throw Failed(project, $"there is no dotnet on the PATH. Install the .NET SDK: {exception.Message}");
        }
    }

    private ProcessSpec Spec(string file, string resultFile) =>
        new()
        {
            Name = LogName(file),
            Command =
            [
                DotNetHost.Path,
                "build",
                file,
                "--nologo",
                "--configuration",
                "Debug",
                "-nodeReuse:false",
                "-p:UseSharedCompilation=false",
                "-clp:NoSummary",
                .. BuildEvaluation.Options(resultFile),
            ],
            Directory = Path.GetDirectoryName(file)!,
            LogFile = folder.LogFile(LogName(file)),
            Environment = new Dictionary<string, string?> { ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0", ["DOTNET_NOLOGO"] = "1" },
        };

    /// <summary>Remembers the build, unless a file was written while it ran: it may have come too late.</summary>
    private static void Stamp(BuildEvaluation evaluation, string stampFile, DateTimeOffset start)
    {
        IReadOnlyList<string> linked =
        [
            .. evaluation.CompiledFiles.Where(file => !evaluation.Folders.Any(folder => IsWithin(folder, file))),
        ];
        var inputs = BuildInputs.Of(evaluation.Folders, linked);
        if (inputs.Youngest < start.UtcDateTime)
            new BuildStamp(
                evaluation.Folders,
                linked,
                inputs.Fingerprint,
                BuildOutputs.Fingerprint(evaluation.Assembly),
                evaluation.Assembly
            ).Save(stampFile);
    }

    private PipelineException Failed(string project, string? reason, string? logFile = null)
    {
        var errors = logFile is null ? [] : BuildLog.Errors(logFile, directory);
        var source = logFile is null ? "" : Path.GetRelativePath(folder.Path, logFile);
        return new PipelineException(
            new Failure
            {
                Cause = Causes.BuildFailed,
                Summary =
                    $"Project '{project}' does not build: {reason ?? (errors.Count > 0 ? errors[0].Text : "dotnet build said nothing")}",
                Details = [.. errors.Select(error => error.Text)],
                Evidence = [.. errors.Select(error => new Evidence($"{source}:{error.Line}", error.Logged))],
                Remedies = [new Remedy("Build it alone and mend the errors.", $"dotnet build {project}")],
            }
        );
    }

    /// <summary>No service can have a name with a dot, so the logs keep apart.</summary>
    private static string LogName(string file) => "build." + Path.GetFileNameWithoutExtension(file);

    private static string StampName(string file) =>
        $"{Path.GetFileNameWithoutExtension(file)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file)))[..8]}.json";

    private static bool IsWithin(string folder, string file) =>
        file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
