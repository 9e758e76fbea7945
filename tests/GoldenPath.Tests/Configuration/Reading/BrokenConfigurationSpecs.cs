namespace GoldenPath.Tests.Configuration.Reading;

/// <summary>The table of broken files in <c>Broken/</c>: each with the exact lines that must be said about it.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class BrokenConfigurationSpecs
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var broken in BrokenConfiguration.All)
            cases.Add(broken.Topic, broken.Name);
        return cases;
    }

    [TableSpec]
    [MemberData(nameof(Cases))]
    public async Task Every_problem_of_a_broken_file_is_said_with_its_line(string topic, string name)
    {
        var broken = BrokenConfiguration.All.Single(one => one.Topic == topic && one.Name == name);
        using var folder = new ConfigurationFolder();

        Assert.Equal(broken.Problems, await folder.ProblemsOfAsync(broken.Yaml));
    }
}
