using System.Collections;
using GoldenPath.Guard.Leases;
using GoldenPath.Services;

namespace GoldenPath.Tests.Services;

[Trait(Speed.Name, Speed.Quick)]
public sealed class ChildEnvironmentSpecs
{
    [Fact]
    public void It_is_inherited_and_the_declaration_has_the_last_word()
    {
        var environment = Compose(
            new()
            {
                ["A"] = "1",
                ["B"] = "2",
                ["C"] = "3",
            },
            new()
            {
                ["B"] = "4",
                ["C"] = null,
                ["D"] = "5",
            }
        );

        Assert.Equal(["A=1", "B=4", "D=5", "GOLDENPATH_RUN=lease/service"], environment);
    }

    [Fact]
    public void The_trackers_token_is_not_inherited()
    {
        var inherited = new Hashtable
        {
            ["GITHUB_TOKEN"] = "1",
            ["GH_TOKEN"] = "2",
            ["NUKE_GITHUB_TOKEN"] = "3",
            ["GOLDENPATH_ENV_GITHUB_TOKEN"] = "4",
            ["OTHER_TOKEN"] = "5",
        };

        Assert.Equal(["GOLDENPATH_RUN=lease/service", "OTHER_TOKEN=5"], Compose(inherited, []));
        Assert.Contains("GITHUB_TOKEN=own", Compose(inherited, new() { ["GITHUB_TOKEN"] = "own" }));
    }

    [Fact]
    public void What_the_entry_script_set_aside_is_given_back() =>
        Assert.Equal(
            ["GOLDENPATH_RUN=lease/service", "PORT=4711"],
            Compose(new() { ["GOLDENPATH_ENV_PORT"] = "4711", ["PORT"] = "1" }, [])
        );

    [Fact]
    public void A_nested_run_is_recognised_as_part_of_both() =>
        Assert.Equal(["GOLDENPATH_RUN=outer/tests lease/service"], Compose(new() { [Lease.Marker] = "outer/tests" }, []));

    private static IEnumerable<string> Compose(Hashtable inherited, Dictionary<string, string?> declared) =>
        ChildEnvironment
            .Compose(inherited, declared, "lease/service")
            .Select(variable => $"{variable.Key}={variable.Value}")
            .Order(StringComparer.Ordinal);
}
