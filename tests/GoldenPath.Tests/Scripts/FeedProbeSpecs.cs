using System.IO.Compression;

namespace GoldenPath.Tests.Scripts;

/// <summary>How the scripts find out whether the feed carries the packages.</summary>
public sealed class FeedProbeSpecs : IDisposable
{
    private static readonly string[] Packages = ["Nuke.Common", "Nuke.Components"];

    private readonly Checkout _checkout = new();

    public FeedProbeSpecs()
    {
        File.Delete(_checkout.In(".nuke/temp/stand-ins"));
        // A package cache of its own: what another restore brought must not answer for the feed.
        _checkout.With("NUGET_PACKAGES", _checkout.In("packages"));
        var versions = string.Concat(Packages.Select(x => $"""<PackageVersion Include="{x}" Version="1.0.0" />"""));
        _checkout.Write(
            "Directory.Packages.props",
            $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup>{versions}</ItemGroup>
            </Project>
            """
        );
    }

    public void Dispose() => _checkout.Dispose();

    [Spec]
    public async Task A_feed_without_the_packages_means_stand_ins_and_is_remembered()
    {
        UseFeed(_checkout.In("feed"));
        Pack("Nuke.Components");

        var first = await _checkout.RunAsync();
        var second = await _checkout.RunAsync();

        Assert.Equal(
            "Packages: the feed lacks Nuke.Common, so the stand-ins of this repository are in use (standins/README.md).\nBuilding the pipeline ...\n",
            first.Errors
        );
        Assert.Contains("StandIns=true", first.Lines);
        Assert.Equal("true", (await File.ReadAllTextAsync(_checkout.In(".nuke/temp/stand-ins"))).Trim());
        Assert.Equal((0, ""), (second.ExitCode, second.Errors));
    }

    [Spec]
    public async Task A_feed_with_all_packages_is_used_and_remembered_until_it_is_asked_again()
    {
        UseFeed(_checkout.In("feed"));
        Array.ForEach(Packages, Pack);

        var first = await _checkout.RunAsync();
        Assert.Equal("Packages: from the feed.\nBuilding the pipeline ...\n", first.Errors);
        Assert.Contains("StandIns=false", first.Lines);

        File.Delete(_checkout.In("feed/Nuke.Common.1.0.0.nupkg"));
        Directory.Delete(_checkout.In("packages/nuke.common"), recursive: true);
        Assert.Contains("StandIns=false", (await _checkout.RunAsync()).Lines);
        Assert.Contains("StandIns=true", (await _checkout.RunAsync("--standins", "auto")).Lines);
    }

    [Spec]
    public async Task A_feed_that_gives_no_answer_is_not_remembered()
    {
        UseFeed("http://127.0.0.1:1/index.json");

        var run = await _checkout.RunAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Packages: the feed gave no answer", run.Errors, StringComparison.Ordinal);
        Assert.Contains("StandIns=true", run.Lines);
        Assert.False(_checkout.Has(".nuke/temp/stand-ins"));
    }

    private void UseFeed(string address)
    {
        Directory.CreateDirectory(_checkout.In("feed"));
        _checkout.Write(
            "nuget.config",
            $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{address}" allowInsecureConnections="true" /></packageSources>
            </configuration>
            """
        );
    }

    private void Pack(string name)
    {
        using var package = ZipFile.Open(_checkout.In($"feed/{name}.1.0.0.nupkg"), ZipArchiveMode.Create);
        using var writer = new StreamWriter(package.CreateEntry($"{name}.nuspec").Open());
        writer.Write(
            $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata><id>{name}</id><version>1.0.0</version><authors>specs</authors><description>Empty.</description></metadata>
            </package>
            """
        );
    }
}
