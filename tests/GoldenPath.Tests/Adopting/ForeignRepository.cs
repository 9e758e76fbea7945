using GoldenPath.Pipeline;

namespace GoldenPath.Tests.Adopting;

/// <summary>A repository as another team has it, in which Init is asked for.</summary>
internal sealed class ForeignRepository : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ForeignRepository(IReadOnlyDictionary<string, string> files)
    {
        Directory.CreateDirectory(_folder.File(".git"));
        foreach (var (file, text) in files)
        {
            Write(file, text);
        }
    }

    public string Path => _folder.Path;

    public string Configuration => Read("goldenpath.yml");

    public string Read(string file) => File.ReadAllText(_folder.File(file));

    public bool Has(string file) => File.Exists(_folder.File(file));

    public void Write(string file, string text) => _folder.Write(file, text);

    /// <summary>Runs Init.</summary>
    /// <returns>The exit code, and what was told.</returns>
    public async Task<(int ExitCode, string Told)> InitAsync(bool nuke = false, bool workflow = false)
    {
        var console = new RecordingConsole();
        var settings = new RunParameters { Folder = Path, Command = "goldenpath" }.ToSettings();
        await using var run = new PipelineRun(settings, console);
        try
        {
            await run.InitAsync(nuke, workflow);
        }
        catch (PipelineException failed)
        {
            console.Error(failed.Message);
        }

        return (run.ExitCode, console.Text);
    }

    public void Dispose() => _folder.Dispose();
}
