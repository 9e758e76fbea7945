using System.Diagnostics;
using System.Text.Json.Nodes;
using GoldenPath.Tests.Packages;
using GoldenPath.Tests.Pipeline;

namespace GoldenPath.Tests.Samples;

/// <summary>A reader of a page who types all that it says, in a folder of their own, with nothing of this repository but its packages.</summary>
internal sealed class PageRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Where the reader stands.</summary>
    public string Path => System.IO.Path.Combine(_folder.Path, "team");

    /// <summary>Variables of the reader.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>The result of the newest run.</summary>
    public JsonNode Result => JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(Path, "artifacts/golden-path/latest/run.json")))!;

    /// <summary>Begins with a copy of a folder of this repository.</summary>
    public static PageRun Copy(string folder)
    {
        var run = new PageRun();
        var source = Repository.File(folder);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = System.IO.Path.GetRelativePath(source, file);
            if (!relative.Split(System.IO.Path.DirectorySeparatorChar).Any(part => part is "node_modules" or "bin" or "obj" or "artifacts"))
            {
                var target = System.IO.Path.Combine(run.Path, relative);
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        return run;
    }

    /// <summary>Types all of it; each command ends as the page says.</summary>
    /// <returns>What the commands printed.</returns>
    public async Task<IReadOnlyList<string>> TypeAsync(string page)
    {
        await InstalledTool.ReadyAsync();
        Directory.CreateDirectory(Path);
        var printed = new List<string>();
        var commands = PageCommand.Of(page);
        Assert.NotEmpty(commands);
        foreach (var command in commands)
        {
            if (command.File is { } file)
            {
                _folder.Write($"team/{file}", command.Text);
                continue;
            }

            var ended = await TypeAsync(command);
            Assert.True(ended.ExitCode == command.ExitCode, $"$ {command.Text}\nexit code {ended.ExitCode}\n{ended.Text}");
            printed.Add(ended.Text);
        }

        return printed;
    }

    public void Dispose() => _folder.Dispose();

    private async Task<CommandOutput> TypeAsync(PageCommand command)
    {
        var feed = await PackedFeed.FolderAsync();
        // The packages of this checkout are in no feed yet: the reader's tool is told where they lie.
        var text = command.Text.Replace("dotnet tool install", $"dotnet tool install --add-source '{feed}'", StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash", ["-c", text])
        {
            WorkingDirectory = Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GITHUB_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["NUGET_PACKAGES"] = InstalledTool.Packages;
        start.Environment["RestoreAdditionalProjectSources"] = feed;
        start.Environment["DOTNET_CLI_HOME"] = System.IO.Path.Combine(_folder.Path, "home");
        start.Environment["GOLDENPATH_STATE"] = System.IO.Path.Combine(_folder.Path, "state");
        start.Environment["PATH"] = $"{InstalledTool.Folder}:{start.Environment["PATH"]}";
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandOutput(process.ExitCode, output + await errors);
    }
}
