using GoldenPath.Tests.Pipeline;

namespace GoldenPath.Tests.Adopting;

/// <summary>What Init wrote passes the doctor and runs, with the real frameworks.</summary>
public sealed class InitRunSpecs
{
    [PythonTableSpec]
    [InlineData("fastapi")]
    [InlineData("django")]
    [InlineData("flask")]
    public async Task An_application_of_Python_runs(string kind)
    {
        using var repository = ForeignRepositories.Make(kind);
        repository.Write(
            "tests/test_up.py",
            "import os, urllib.request\ndef test_up():\n    assert urllib.request.urlopen(os.environ['GOLDENPATH_HTTP_URL'] + '/%s').status == 200\n".Replace(
                "%s",
                kind switch
                {
                    "fastapi" => "health",
                    "django" => "health/",
                    _ => "status",
                },
                StringComparison.Ordinal
            )
        );

        await InitAndRunAsync(repository);
    }

    [NodeSpec]
    public async Task A_service_of_Node_runs()
    {
        using var repository = new ForeignRepository(
            new Dictionary<string, string>
            {
                ["package.json"] = """{ "name": "api", "scripts": { "start": "node main.js", "test": "node --test" } }""",
                ["main.js"] =
                    "require('node:http').createServer((request, response) => response.end('/health')).listen(process.env.PORT ?? 8091)",
                ["up.test.js"] =
                    "require('node:test').test('up', async () => { if (!(await fetch(process.env.GOLDENPATH_HTTP_URL)).ok) throw Error(); })",
            }
        );

        await InitAndRunAsync(repository);
    }

    private static async Task InitAndRunAsync(ForeignRepository repository)
    {
        (await RunAsync(repository, "init")).Exits(0);
        (await RunAsync(repository, "doctor", "--port", "0")).Exits(0);
        (await RunAsync(repository, "--port", "0", "--no-issue")).Exits(0).Says("passed, 0 failed");
    }

    private static async Task<CommandOutput> RunAsync(ForeignRepository repository, params string[] arguments)
    {
        using var command = RunningCommand.Start(
            repository.Path,
            [Programs.Tool, .. arguments],
            new()
            {
                ["GITHUB_TOKEN"] = null,
                ["GITHUB_ACTIONS"] = null,
                ["GOLDENPATH_STATE"] = Path.Combine(repository.Path, "state"),
            }
        );
        return await command.EndAsync();
    }
}
