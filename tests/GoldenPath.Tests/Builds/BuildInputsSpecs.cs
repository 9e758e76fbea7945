using GoldenPath.Builds;

namespace GoldenPath.Tests.Builds;

/// <summary>What counts as a change that needs a build.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class BuildInputsSpecs
{
    [TableSpec]
    [InlineData("src/App/Program.cs")]
    [InlineData("src/App/Deep/er/bin/Source.cs")]
    [InlineData("src/App/New.cs")]
    [InlineData("src/Core/Core.csproj")]
    [InlineData("src/Directory.Build.props")]
    [InlineData("Directory.Packages.props")]
    [InlineData("global.json")]
    [InlineData("nuget.config")]
    [InlineData("shared/Linked.cs")]
    public async Task A_written_source_is_a_change(string file)
    {
        using var folder = Sources();
        var before = Fingerprint(folder);
        folder.Write(file, "changed");

        Assert.NotEqual(before, await Task.FromResult(Fingerprint(folder)));
    }

    [TableSpec]
    [InlineData("src/App/Program.cs")]
    [InlineData("Directory.Packages.props")]
    public async Task A_deleted_source_is_a_change(string file)
    {
        using var folder = Sources();
        var before = Fingerprint(folder);
        File.Delete(folder.File(file));

        Assert.NotEqual(before, await Task.FromResult(Fingerprint(folder)));
    }

    [TableSpec]
    [InlineData("src/App/bin/Debug/net10.0/App.dll")]
    [InlineData("src/App/obj/project.assets.json")]
    [InlineData("src/App/artifacts/golden-path/run.json")]
    [InlineData("src/App/TestResults/smoke.trx")]
    [InlineData("src/App/.vs/state")]
    [InlineData("src/App/web/node_modules/x/index.js")]
    [InlineData("src/Other/Other.cs")]
    [InlineData("readme.md")]
    public async Task What_builds_and_tests_write_is_none(string file)
    {
        using var folder = Sources();
        var before = Fingerprint(folder);
        folder.Write(file, "changed");

        Assert.Equal(before, await Task.FromResult(Fingerprint(folder)));
    }

    [TableSpec]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("null")]
    public async Task A_stamp_that_cannot_be_read_is_none(string text)
    {
        using var folder = new TemporaryFolder();

        Assert.Null(BuildStamp.Load(await Task.FromResult(folder.Write("stamp.json", text))));
        Assert.Null(BuildStamp.Load(folder.File("missing.json")));
    }

    private static TemporaryFolder Sources()
    {
        var folder = new TemporaryFolder();
        foreach (
            var file in new[]
            {
                "src/App/App.csproj",
                "src/App/Program.cs",
                "src/Core/Core.csproj",
                "shared/Linked.cs",
                "Directory.Packages.props",
            }
        )
            folder.Write(file, "");
        return folder;
    }

    private static string Fingerprint(TemporaryFolder folder) =>
        BuildInputs.Of([folder.File("src/App"), folder.File("src/Core")], [folder.File("shared/Linked.cs")]).Fingerprint;
}
