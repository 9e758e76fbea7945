using GoldenPath.Builds;
using GoldenPath.Runs;
using GoldenPath.Tests.Services;
using GoldenPath.Tests.Triage;

namespace GoldenPath.Tests.Builds;

/// <summary>A small checkout of two projects: <c>App</c> references <c>Core</c> and prints what it says.</summary>
internal sealed class Checkout : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Checkout()
    {
        Write("Directory.Build.props", "<Project />");
        Write("App/App.csproj", Project("Exe", "<ItemGroup><ProjectReference Include=\"../Core/Core.csproj\" /></ItemGroup>"));
        Write("App/Program.cs", "System.Console.WriteLine(Core.Text.Said);");
        Write("Core/Core.csproj", Project("Library", "<ItemGroup><Compile Include=\"../shared/*.cs\" /></ItemGroup>"));
        Write("Core/Text.cs", "namespace Core; public static class Text { public const string Said = Shared.Word; }");
        Write("shared/Shared.cs", "public static class Shared { public const string Word = \"first\"; }");
    }

    public PlainSupervisor Supervisor { get; } = new();

    public RecordingConsole Console { get; } = new();

    public string Stamps => _folder.File(".nuke/temp/golden-path/builds");

    public string File(string name) => _folder.File(name);

    public void Write(string name, string text) => _folder.Write(name, text);

    /// <summary>A build of its own, as another run would have it.</summary>
    public ProjectBuild Build() => new(_folder.Path, Stamps, new RunFolder(_folder.File("artifacts"), "run"), Supervisor, Console);

    private static string Project(string type, string items) =>
        $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>{type}</OutputType></PropertyGroup>{items}</Project>";

    public async ValueTask DisposeAsync()
    {
        await Supervisor.DisposeAsync();
        _folder.Dispose();
    }
}
