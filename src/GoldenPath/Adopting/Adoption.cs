using GoldenPath.Configuration;
using GoldenPath.Configuration.Reading;

namespace GoldenPath.Adopting;

/// <summary>The first step of a repository: its goldenpath.yml is written from what lies in it. Nothing that is there is changed.</summary>
/// <param name="settings">What the command asks for: the file to write.</param>
/// <param name="console">Where a person is told what was found, guessed and written.</param>
/// <param name="branch">The repository's default branch.</param>
internal sealed class Adoption(RunSettings settings, IRunConsole console, string branch)
{
    private readonly string _folder = Path.GetDirectoryName(settings.Config)!;

    /// <summary>Looks and writes.</summary>
    /// <param name="nuke">Whether a build with Nuke is written too.</param>
    /// <param name="workflow">Whether a workflow of GitHub Actions is written too.</param>
    /// <returns>What a person must still say or do; empty where a run can begin.</returns>
    /// <exception cref="IOException">The disk does not take a file.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public IReadOnlyList<string> Begin(bool nuke, bool workflow)
    {
        var survey = Survey.Of(_folder);
        var fresh = Write(settings.Config, ConfigurationDraft.Write(survey, NameOf(settings.Root == _folder ? settings.Root : _folder)));
        if (fresh)
        {
            Tell(survey);
        }

        Write(Path.Combine(_folder, ConfigurationSchema.FileName), ConfigurationSchema.Read());
        foreach (var (file, text) in nuke ? Templates.All() : [])
        {
            Write(Path.Combine(settings.Root, file), text);
        }

        if (workflow)
        {
            var config = Path.GetRelativePath(settings.Root, settings.Config).Replace('\\', '/');
            var byNuke = nuke || Directory.Exists(Path.Combine(settings.Root, ".nuke"));
            Write(Path.Combine(settings.Root, ".github/workflows/golden-path.yml"), WorkflowDraft.Write(survey, branch, config, byNuke));
        }

        return fresh && survey.Missing.Count > 0 ? survey.Missing : Problems();
    }

    private static string NameOf(string folder)
    {
        var name = new string([
            .. Path.GetFileName(folder).Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.'),
        ]);
        return name.Length > 0 && char.IsAsciiLetterOrDigit(name[0]) ? name : "golden-path";
    }

    private void Tell(Survey survey)
    {
        foreach (var service in survey.Services)
        {
            var host =
                service.Host[^1].Place.Length > 0 && service.Host.Count == 2
                    ? service.Host[1]
                    : service.Host[Math.Min(1, service.Host.Count - 1)];
            console.Information(
                $"{service.Name}: {host.Text.Trim()} ({host.Place}){(service.Port is { } port ? $", port {port} ({service.PortPlace})" : "")}"
            );
        }

        foreach (var lacking in survey.NotInstalled)
        {
            console.Warning(lacking);
        }

        foreach (var test in survey.Tests)
        {
            console.Information($"tests: {string.Join(' ', test.Command)} ({test.Place})");
        }
    }

    // What was written is read as a run would read it.
    private List<string> Problems()
    {
        try
        {
            PipelineDefinitionReader.Read(settings.Config);
            return [];
        }
        catch (ConfigurationException wrong)
        {
            return [.. wrong.Problems.Select(problem => problem.ToString())];
        }
    }

    private bool Write(string file, string text)
    {
        var shown = Path.GetRelativePath(settings.Root, file);
        if (Path.Exists(file))
        {
            console.Information($"{shown} is there already, and stays as it is");
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        if (text.StartsWith("#!", StringComparison.Ordinal) || file.EndsWith(".cmd", StringComparison.Ordinal))
        {
            MakeRunnable(file);
        }

        console.Information($"{shown} written");
        return true;
    }

    private static void MakeRunnable(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                file,
                File.GetUnixFileMode(file) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute
            );
        }
    }
}
