using GoldenPath.Configuration;
using GoldenPath.Configuration.Reading;

namespace GoldenPath.Tests.Adopting;

/// <summary>What Init writes for the usual kinds of repositories, and what it says.</summary>
public sealed class InitSpecs
{
    [TableSpec]
    [InlineData(
        "express",
        0,
        "chat:",
        "command: [npm, run, start]",
        """{ PORT: "{port}" }    # server.js:3 reads it""",
        "port: 3000    # server.js:3"
    )]
    [InlineData(
        "express",
        0,
        "{ http: /healthz, websocket: /live/ws }    # server.js:2, server.js:4",
        "--test-reporter=junit",
        "# scenarios:"
    )]
    [InlineData("vite", 0, """[pnpm, run, dev, --port, "{port}"]""", "port: 5173", "[pnpm, exec, vitest, run, --reporter=junit,")]
    [InlineData("next", 0, """[sh, -c, "npm run build && exec npm run start"]""", "port: 3000", "JEST_JUNIT_OUTPUT_DIR: \"{results}\"")]
    [InlineData(
        "workspaces",
        3,
        "api:",
        "directory: apps/api",
        "port: 4100",
        "# TODO apps/api/package.json: \"test\": \"mocha --exit && echo done\""
    )]
    [InlineData(
        "aspnet",
        0,
        "shop:",
        "\"{build:src/Shop/Shop.csproj}\"",
        "port: 5123",
        "ready: { http: /healthz }",
        "\"trx;LogFileName={results}/Shop.Tests.trx\""
    )]
    [InlineData(
        "fastapi",
        0,
        "\"assistant.main:api\", --app-dir, src, --port, \"{port}\"]",
        "{ http: /health, websocket: /chat }",
        "pytest"
    )]
    [InlineData("django", 3, "manage.py, runserver, --noreload, \"{port}\"]", "port: 8000", "{ http: /health/ }    # urls.py:3")]
    [InlineData("flask", 3, "flask, --app, app, run, --port, \"{port}\"]", "port: 5000", "{ http: /status }")]
    [InlineData("procfile", 3, """[sh, -c, "exec ./serve --port $${PORT} --note {{port}}"]    # Procfile:2""")]
    [InlineData("compose", 3, "file: docker-compose.yml", """{ API_PORT: "{port}" }""", "port: 8085", "{ http: /ready }")]
    [InlineData("compose-of-databases", 3, "db:", "port: 5433", "{ healthy: true }", "api:", "port: 8099", "needs: [db]")]
    [InlineData("dockerfile", 3, "{ context: ., dockerfile: Dockerfile }", """ports: ["9000:9000"]""")]
    public async Task A_repository_is_read_and_each_line_says_where_it_comes_from(string kind, int code, params string[] expected)
    {
        using var repository = ForeignRepositories.Make(kind);

        var (exitCode, told) = await repository.InitAsync();

        Assert.All(expected, text => Assert.Contains(text, repository.Configuration, StringComparison.Ordinal));
        Assert.True(exitCode == code, told);
        Assert.DoesNotContain("node_modules", repository.Configuration, StringComparison.Ordinal);
        AssertReads(repository, needsProof: code != 0);
    }

    [Spec]
    public async Task Where_nothing_is_found_the_file_says_what_it_needs()
    {
        using var repository = ForeignRepositories.Make("library");

        var (exitCode, told) = await repository.InitAsync();

        Assert.Equal(3, exitCode);
        Assert.Contains("warning: Nothing was found that starts a service", told, StringComparison.Ordinal);
        Assert.Contains("# TODO Nothing was found that starts a service", repository.Configuration, StringComparison.Ordinal);
    }

    [Spec]
    public async Task Nothing_that_is_there_is_changed()
    {
        using var repository = ForeignRepositories.Make("express");
        repository.Write("goldenpath.yml", "mine");
        repository.Write("build.sh", "mine too");

        var (exitCode, told) = await repository.InitAsync(nuke: true);

        Assert.Equal(("mine", "mine too"), (repository.Configuration, repository.Read("build.sh")));
        Assert.Contains("goldenpath.yml is there already, and stays as it is", told, StringComparison.Ordinal);
        Assert.Equal(3, exitCode); // What is there is read too, and is none.
        Assert.True(repository.Has("build/_build.csproj"));
    }

    [Spec]
    public async Task The_schema_lies_beside_the_file_whose_first_line_names_it()
    {
        using var repository = ForeignRepositories.Make("express");

        await repository.InitAsync();

        Assert.StartsWith("# yaml-language-server: $schema=goldenpath.schema.json\n", repository.Configuration, StringComparison.Ordinal);
        Assert.Equal(ConfigurationSchema.Read(), repository.Read("goldenpath.schema.json"));
    }

    [TableSpec]
    [InlineData(false, "run: exec goldenpath\n", "run: dotnet tool install --global GoldenPath.Tool --version ")]
    [InlineData(true, "run: exec ./build.cmd SmokeTest\n", "run: ./build.cmd Teardown\n")]
    public async Task A_workflow_pins_its_actions_installs_what_is_needed_and_tears_down_always(bool nuke, params string[] expected)
    {
        using var repository = ForeignRepositories.Make("express");

        await repository.InitAsync(nuke, workflow: true);

        var workflow = repository.Read(".github/workflows/golden-path.yml");
        Assert.All([.. expected, "run: npm ci\n", "if: always()"], text => Assert.Contains(text, workflow, StringComparison.Ordinal));
        Assert.All(
            workflow.Split('\n').Where(line => line.Contains("uses:", StringComparison.Ordinal)),
            line => Assert.Matches("@[0-9a-f]{40} # v", line)
        );
    }

    private static void AssertReads(ForeignRepository repository, bool needsProof)
    {
        if (needsProof)
        {
            // All that is wrong is that nothing would be proved.
            var problems = Assert
                .Throws<ConfigurationException>(() => PipelineDefinitionReader.Read(Path.Combine(repository.Path, "goldenpath.yml")))
                .Problems;
            Assert.Contains("nothing would be proved", Assert.Single(problems).ToString(), StringComparison.Ordinal);
        }
        else
        {
            PipelineDefinitionReader.Read(Path.Combine(repository.Path, "goldenpath.yml"));
        }
    }
}
