using GoldenPath.Runs;

namespace GoldenPath.Tests.Runs;

[Trait(Speed.Name, Speed.Quick)]
public sealed class JobPlaceSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public JobPlaceSpecs()
    {
        _folder.Write("app/tests/Log in.cs", "");
        _folder.Write("goldenpath.yml", "");
    }

    public void Dispose() => _folder.Dispose();

    private JobPlace Place =>
        JobPlace.Read(
            _folder.Path,
            [_folder.File("app")],
            text =>
                text.Replace("'" + Path.GetTempPath(), "~/'", StringComparison.Ordinal)
                    .Replace(Path.GetTempPath(), "~/", StringComparison.Ordinal),
            name =>
                name switch
                {
                    "GITHUB_ACTIONS" => "true",
                    "GITHUB_SERVER_URL" => "https://github.example",
                    "GITHUB_REPOSITORY" => "acme/agents",
                    "GITHUB_RUN_ID" => "77",
                    "GITHUB_SHA" => "0123456789abcdef",
                    _ => null,
                }
        )!;

    [TableSpec]
    [InlineData("tests/Log in.cs:12", "app/tests/Log in.cs", 12)]
    [InlineData("app/tests/Log in.cs", "app/tests/Log in.cs", null)]
    [InlineData("goldenpath.yml:3", "goldenpath.yml", 3)]
    [InlineData("goldenpath.yml:0", "goldenpath.yml", null)]
    public Task A_place_is_found_from_the_root_and_from_the_configuration(string place, string file, int? line)
    {
        Assert.Equal(new SourceLine(file, line), Place.Find(place));
        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("com.acme.LoginTest")]
    [InlineData("../outside.cs:1")]
    [InlineData("/etc/passwd:1")]
    [InlineData("nul\0.cs:1")]
    [InlineData("goldenpath.yml:3\n:4")]
    public Task What_is_no_file_of_the_checkout_is_nowhere(string? place)
    {
        Assert.Null(Place.Find(place));
        return Task.CompletedTask;
    }

    [Spec]
    public Task Links_lead_to_the_line_at_the_commit_and_to_the_artifacts()
    {
        Assert.Equal(
            "https://github.example/acme/agents/blob/0123456789abcdef/app/tests/Log%20in.cs#L12",
            Place.Link(new("app/tests/Log in.cs", 12))?.AbsoluteUri
        );
        Assert.Equal("https://github.example/acme/agents/actions/runs/77#artifacts", Place.ArtifactsUrl?.AbsoluteUri);
        return Task.CompletedTask;
    }

    [Spec]
    public Task Paths_of_the_runner_become_paths_of_the_checkout()
    {
        Assert.Equal("see app/x.log in .", Place.Portable($"see {_folder.Path}/app/x.log in {_folder.Path}"));
        Assert.Equal("less 'app/x.log'", Place.Portable($"less ~/'{Path.GetFileName(_folder.Path)}/app/x.log'"));
        Assert.Equal("see app/x.log", Place.Portable($"see ~/{Path.GetFileName(_folder.Path)}/app/x.log"));
        return Task.CompletedTask;
    }
}
