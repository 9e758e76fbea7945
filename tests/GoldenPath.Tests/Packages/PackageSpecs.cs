using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GoldenPath.Tests.Packages;

/// <summary>What a package shows a person, an editor, a debugger and a restore.</summary>
public sealed partial class PackageSpecs
{
    public static TheoryData<string> Ids =>
        [
            "GoldenPath",
            "GoldenPath.Docker",
            "GoldenPath.GitHub",
            "GoldenPath.Guard",
            "GoldenPath.Nuke",
            "GoldenPath.Terminal",
            "GoldenPath.Tool",
        ];

    [TableSpec(Timeout = 240_000)]
    [MemberData(nameof(Ids))]
    public async Task A_package_has_a_page_an_icon_a_licence_symbols_and_the_schema(string id)
    {
        await using var package = await ZipFile.OpenReadAsync(await PackedFeed.FileAsync(id));
        var names = package.Entries.Select(entry => entry.FullName).ToList();
        var facts = await FactsAsync(package);

        Assert.Superset(new HashSet<string> { "README.md", "icon.png", "schema/goldenpath.schema.json" }, names.ToHashSet());
        Assert.Equal(await File.ReadAllTextAsync(Repository.File($"src/{id}/README.md")), await TextAsync(package, "README.md"));
        Assert.Equal(
            await File.ReadAllTextAsync(Repository.File("src/GoldenPath/Configuration/goldenpath.schema.json")),
            await TextAsync(package, "schema/goldenpath.schema.json")
        );
        Assert.Equal("MIT", facts["license"]);
        Assert.NotEmpty(facts["description"]);
        Assert.True(File.Exists(await PackedFeed.FileAsync(id, "snupkg")));
    }

    [TableSpec(Timeout = 240_000)]
    [MemberData(nameof(Ids))]
    public async Task Its_version_is_the_newest_one_that_the_changelog_speaks_of(string id)
    {
        await using var package = await ZipFile.OpenReadAsync(await PackedFeed.FileAsync(id));
        var newest = Heading().Match(await File.ReadAllTextAsync(Repository.File("CHANGELOG.md"))).Value;

        Assert.NotEmpty(newest);
        Assert.Equal(newest, (await FactsAsync(package))["version"]);
    }

    [Spec(Timeout = 240_000)]
    public async Task The_stages_depend_on_the_Nuke_that_this_repository_pins_whether_it_is_stood_in_for_or_not()
    {
        await using var package = await ZipFile.OpenReadAsync(await PackedFeed.FileAsync("GoldenPath.Nuke"));
        var pinned = XDocument
            .Load(Repository.File("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .First(version => (string?)version.Attribute("Include") == "Nuke.Common");

        Assert.Contains(
            $"""<dependency id="Nuke.Common" version="{(string?)pinned.Attribute("Version")}" """,
            await TextAsync(package, "GoldenPath.Nuke.nuspec"),
            StringComparison.Ordinal
        );
    }

    [Spec(Timeout = 240_000)]
    public async Task The_tool_brings_its_guard_with_the_settings_that_run_it()
    {
        await using var package = await ZipFile.OpenReadAsync(await PackedFeed.FileAsync("GoldenPath.Tool"));
        var names = package.Entries.Select(entry => entry.Name).ToList();

        Assert.Contains("GoldenPath.Guard.dll", names);
        Assert.Contains("GoldenPath.Guard.runtimeconfig.json", names);
    }

    private static async Task<Dictionary<string, string>> FactsAsync(ZipArchive package)
    {
        var nuspec = package.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal));
        await using var stream = await nuspec.OpenAsync();
        var metadata = (await XDocument.LoadAsync(stream, LoadOptions.None, CancellationToken.None)).Root!.Elements().First();
        return metadata.Elements().ToDictionary(element => element.Name.LocalName, element => element.Value);
    }

    private static async Task<string> TextAsync(ZipArchive package, string name)
    {
        await using var stream = await package.GetEntry(name)!.OpenAsync();
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    [GeneratedRegex(@"(?m)(?<=^## )\d+\.\d+\.\d+")]
    private static partial Regex Heading();
}
