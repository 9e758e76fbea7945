using GoldenPath.Configuration;

namespace GoldenPath.Tests.Configuration;

/// <summary>Whose file is run, and whose repository that is.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class RepositoryPlaceSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RepositoryPlaceSpecs()
    {
        foreach (
            var folder in new[] { "home/.git", "home/src/deep", "home/nested/.git", "other/.git", "other/sub/deep", "bare/.git/x", "plain" }
        )
        {
            Directory.CreateDirectory(_folder.File(folder));
        }

        foreach (var file in new[] { "home/goldenpath.yml", "home/src/second.yml", "other/goldenpath.yml", "plain/mine.yml" })
        {
            File.WriteAllText(_folder.File(file), "");
        }
    }

    public void Dispose() => _folder.Dispose();

    [TableSpec]
    [InlineData("home", "home/goldenpath.yml", "home")]
    [InlineData("home/src/deep", "home/goldenpath.yml", "home")]
    [InlineData("other", "other/goldenpath.yml", "other")]
    [InlineData("other/sub/deep", "other/goldenpath.yml", "other")]
    [InlineData("plain", "home/goldenpath.yml", "home")]
    [InlineData("bare", "bare/goldenpath.yml", "bare")]
    [InlineData("home/nested", "home/nested/goldenpath.yml", "home/nested")]
    public Task Without_a_name_it_is_the_file_of_the_repository_that_a_person_stands_in(string stands, string config, string root) =>
        AssertPlace(null, stands, config, root);

    [TableSpec]
    [InlineData("../other/goldenpath.yml", "home", "other/goldenpath.yml", "other")]
    [InlineData("second.yml", "home/src", "home/src/second.yml", "home")]
    [InlineData("../plain/mine.yml", "home", "plain/mine.yml", "plain")]
    [InlineData("../../home/src/second.yml", "other/sub", "home/src/second.yml", "home")]
    public Task A_name_starts_where_the_person_stands(string config, string stands, string file, string root) =>
        AssertPlace(config, stands, file, root);

    [Spec]
    public Task Without_a_build_it_is_the_folder_itself()
    {
        var place = RepositoryPlace.Of(null, _folder.File("plain"));

        Assert.Equal((_folder.File("plain/goldenpath.yml"), _folder.File("plain")), (place.Config, place.Root));
        return Task.CompletedTask;
    }

    [Spec]
    public async Task A_build_below_the_root_of_its_repository_stays_the_root()
    {
        Directory.CreateDirectory(_folder.File("other/team/src"));
        await File.WriteAllTextAsync(_folder.File("other/team/goldenpath.yml"), "");

        var place = RepositoryPlace.Of(null, _folder.File("other/team/src"), _folder.File("other/team"));

        Assert.Equal((_folder.File("other/team/goldenpath.yml"), _folder.File("other/team")), (place.Config, place.Root));
    }

    private Task AssertPlace(string? config, string stands, string file, string root)
    {
        var place = RepositoryPlace.Of(config, _folder.File(stands), _folder.File("home"));

        Assert.Equal((_folder.File(file), _folder.File(root)), (place.Config, place.Root));
        return Task.CompletedTask;
    }
}
