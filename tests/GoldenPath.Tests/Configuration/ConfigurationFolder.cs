using GoldenPath.Configuration;
using GoldenPath.Configuration.Reading;

namespace GoldenPath.Tests.Configuration;

/// <summary>A folder with a <c>goldenpath.yml</c>, a project in <c>src/Server</c>, two in <c>src/Two</c> and an empty <c>sub</c>.</summary>
internal sealed class ConfigurationFolder : IDisposable
{
    private static readonly Dictionary<string, string> Variables = new()
    {
        ["SET"] = "from-environment",
        ["EMPTY"] = "",
        ["SET_PORT"] = "8123",
        ["BAD_PORT"] = "s3cret",
        ["BRACES"] = "{nonsense} {port}",
    };

    private readonly TemporaryFolder _folder = new();

    public ConfigurationFolder()
    {
        Directory.CreateDirectory(_folder.File("sub"));
        foreach (var project in new[] { "src/Server/Server.csproj", "src/Two/One.csproj", "src/Two/Two.fsproj", "src/None/readme.md" })
            _folder.Write(project, "");
    }

    public string Path => _folder.Path;

    /// <summary>Reads a text as if it were the file.</summary>
    public Task<PipelineDefinition> ReadAsync(string yaml) => ReadAsync(System.Text.Encoding.UTF8.GetBytes(yaml));

    /// <summary>Reads bytes as if they were the file.</summary>
    public Task<PipelineDefinition> ReadAsync(byte[] bytes) =>
        Task.Run(() =>
        {
            File.WriteAllBytes(_folder.File("goldenpath.yml"), bytes);
            return PipelineDefinitionReader.Read("goldenpath.yml", name => Variables.GetValueOrDefault(name), Path);
        });

    /// <summary>What is said about a broken text, one problem a line; <c>$ROOT</c> stands for this folder.</summary>
    public Task<string> ProblemsOfAsync(string yaml) => ProblemsOfAsync(System.Text.Encoding.UTF8.GetBytes(yaml));

    /// <inheritdoc cref="ProblemsOfAsync(string)"/>
    public async Task<string> ProblemsOfAsync(byte[] bytes)
    {
        var exception = await Assert.ThrowsAsync<ConfigurationException>(() => ReadAsync(bytes));
        return exception.ToString().ReplaceLineEndings("\n").Replace(Path, "$ROOT", StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
