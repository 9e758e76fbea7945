using GoldenPath.Builds;
using GoldenPath.Runs;
using GoldenPath.Tests.Services;

namespace GoldenPath.Tests.Builds;

/// <summary>A small checkout of two projects: <c>App</c> references <c>Core</c> and prints what it says.</summary>
internal sealed class Checkout : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SupervisedRun _run;

    private Checkout(SupervisedRun run)
    {
        _run = run;
        Write("Directory.Build.props", "<Project />");
        Write("App/App.csproj", Project("Exe", "<ItemGroup><ProjectReference Include=\"../Core/Core.csproj\" /></ItemGroup>"));
        Write("App/Program.cs", "System.Console.WriteLine(Core.Text.Said);");
        Write("Core/Core.csproj", Project("Library", "<ItemGroup><Compile Include=\"../shared/*.cs\" /></ItemGroup>"));
        Write("Core/Text.cs", "namespace Core; public static class Text { public const string Said = Shared.Word; }");
        Write("shared/Shared.cs", "public static class Shared { public const string Word = \"first\"; }");
    }

    public RecordingConsole Console { get; } = new();

    /// <summary>How often something was really built.</summary>
    public int Builds => Console.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    public string Stamps => _folder.File(".nuke/temp/golden-path/builds");

#pragma warning disable CA2000 // Dispose objects before losing scope: the checkout disposes its run.
    public static async Task<Checkout> CreateAsync() => new(await SupervisedRun.StartAsync());
#pragma warning restore CA2000

    public string File(string name) => _folder.File(name);

    public void Write(string name, string text) => _folder.Write(name, text);

    /// <summary>A build of its own, as another run would have it.</summary>
    public ProjectBuild Build() => new(_folder.Path, Stamps, new RunFolder(_folder.File("artifacts"), "run"), _run.Supervisor, Console);

    private static string Project(string type, string items) =>
        $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>{type}</OutputType></PropertyGroup>{items}</Project>";

    public async ValueTask DisposeAsync()
    {
        await _run.DisposeAsync();
        _folder.Dispose();
    }
}
