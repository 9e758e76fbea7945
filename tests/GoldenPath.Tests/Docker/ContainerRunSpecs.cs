using System.Globalization;
using GoldenPath.Guard.Engine;
using GoldenPath.Guard.Leases;
using GoldenPath.Readiness;
using GoldenPath.Tests.Pipeline;

namespace GoldenPath.Tests.Docker;

/// <summary>Whole pipelines on a real engine.</summary>
[Collection(EngineSpecs.Name)]
public sealed class ContainerRunSpecs(EngineFixture engine)
{
    /// <summary>As another team may have written it: health checks, conditions, a one-shot, a profile, defaults, an env file, a build.</summary>
    private static readonly string Stack = $$"""
        services:
          database:
            image: ${DATABASE_IMAGE:-{{EngineFixture.Busybox}}}
            command: sh -c 'trap "exit 0" TERM; sleep 0.2; mkdir -p /www; echo rows > /www/rows; httpd -p 5432 -h /www; while true; do sleep 0.05; done'
            healthcheck: { test: [CMD, wget, -q, -O, /dev/null, "http://127.0.0.1:5432/rows"], interval: 1s, timeout: 2s, retries: 30 }
            volumes: [data:/data]
          migration:
            image: {{EngineFixture.Busybox}}
            command: sh -c 'wget -q -O /data/rows http://database:5432/rows && echo migrated'
            volumes: [data:/data]
            depends_on: { database: { condition: service_healthy } }
          backend:
            build: { context: image, args: { LEVEL: "${LEVEL:-debug}" } }
            env_file: backend.env
            environment: { {{ContainerFiles.BackendEnvironment}} }
            command: [{{ContainerFiles.Dotnet}}, /app/AgentBackend.dll]
            volumes: {{ContainerFiles.Mounts}}
            ports: ["${WEB_PORT:-8002}:8000"]
            depends_on:
              database: { condition: service_healthy }
              migration: { condition: service_completed_successfully }
          debugger:
            image: nobody/nothing
            profiles: [debug]
        volumes: { data: {} }
        """;

    [EngineSpec(Timeout = 150_000)]
    public async Task A_container_walks_the_golden_path_and_leaves_nothing()
    {
        using var folder = ContainerFiles.Folder(engine, ContainerFiles.Backend);

        (await folder.RunAsync("SmokeTest")).Exits(0).Says("golden-path: passed").Says("nothing is left running");

        await AssertIsProvedAsync(folder, "container");
    }

    [EngineSpec(Timeout = 150_000)]
    public async Task A_Compose_file_of_another_project_walks_the_golden_path_without_a_change()
    {
        using var folder = ContainerFiles.Folder(
            engine,
            $$"""
            name: other-team
            services:
              backend:
                compose: { file: compose.yml, environment: { WEB_PORT: "{port}" } }
                port: 0
                ready: { http: /ready, websocket: /ws, timeout: 60s }
            {{Configurations.Scenario}}
            """
        );
        folder.Write("compose.yml", Stack);
        folder.Write("backend.env", "LOGGING__LOGLEVEL__DEFAULT=Warning\n");
        Directory.CreateDirectory(Path.Combine(folder.Path, "image"));
        folder.Write("image/Dockerfile", $"FROM {EngineFixture.Busybox}\nARG LEVEL\nENV LEVEL=$LEVEL\n");

        (await folder.RunAsync("SmokeTest")).Exits(0).Says("golden-path: passed").Says("nothing is left running").SaysNothingOf("debugger");

        await AssertIsProvedAsync(folder, "compose");
        Assert.Contains("migrated", folder.Read("artifacts/golden-path/latest/logs/backend.migration.log"), StringComparison.Ordinal);
        using var client = new EngineClient(new EngineAddress(engine.Address.ToString()));
        foreach (var separator in "_-")
        {
            var image = new EngineObject("image", $"goldenpath-{(string)folder.Result["runId"]!}-backend{separator}backend");
            Assert.False(await client.HasAsync(image, CancellationToken.None), $"{image.Id} was built and is still there.");
        }
    }

    [EngineSpec]
    public async Task Services_of_a_run_find_each_other_by_their_names()
    {
        using var folder = ContainerFiles.Folder(
            engine,
            $$"""
            name: other-team
            services:
              database: { container: { image: {{EngineFixture.Busybox}}, command: [sh, -c, "trap 'exit 0' TERM; echo rows > /rows; httpd -p 5432; echo open; {{ContainerFiles.Staying}}"] }, ready: { log: open } }
              backend:
                container:
                  image: {{EngineFixture.Busybox}}
                  command: [sh, -c, "{{ContainerFiles.Serving}}; wget -q -O /rows http://database:5432/rows; {{ContainerFiles.Staying}}"]
                  ports: ["{port}:80"]
                needs: [database]
                port: 0
                ready: { http: /rows, timeout: 30s }
            {{ContainerFiles.Smoke("cp green.xml \"$1\"")}}
            """
        );

        (await folder.RunAsync("SmokeTest")).Exits(0);

        Assert.True((bool)folder.Result["teardown"]!["verified"]!);
    }

    [EngineSpec(Timeout = 120_000)]
    public async Task A_container_that_floods_its_log_takes_no_memory()
    {
        using var folder = ContainerFiles.Folder(
            engine,
            ContainerFiles.Script(
                $"{ContainerFiles.Serving}; yes aWholeLineOfOutputThatSaysNothingAtAllAndIsRepeatedOverAndOverAgain | head -c 22000000 & {ContainerFiles.Staying}",
                test: "until [ -f enough ]; do sleep 0.05; done; cp green.xml \"$1\""
            )
        );
        using var run = folder.Start("SmokeTest");
        await run.PrintsAsync("Running sh");
        var log = new FileInfo(Path.Combine(folder.Path, "artifacts/golden-path/latest/logs/backend.log"));
        await Wait.UntilAsync(() => Length(log) > 3_000_000, TimeSpan.FromSeconds(40));
        var before = PeakMemory(run.Pid);

        await Wait.UntilAsync(() => Length(log) > 21_000_000, TimeSpan.FromSeconds(40));

        var grown = PeakMemory(run.Pid) - before;
        folder.Write("enough", "");
        (await run.EndAsync()).Exits(0);
        Assert.True(grown < 12_000_000, $"18 MB of output took {grown / 1_000_000} MB of memory.");
    }

    private static long Length(FileInfo file)
    {
        file.Refresh();
        return file.Exists ? file.Length : 0;
    }

    private static long PeakMemory(int pid)
    {
        var line = File.ReadLines($"/proc/{pid}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    private async Task AssertIsProvedAsync(PipelineFolder folder, string host)
    {
        var result = folder.Result;
        Assert.Equal("passed", (string?)result["verdict"]);
        var service = result["services"]![0]!;
        Assert.Equal(host, (string?)service["host"]);
        Assert.Matches("^[0-9a-f]{64}$", (string?)service["identity"]!["containerId"]);
        Assert.True((bool)service["identity"]!["verified"]!);
        Assert.True((bool)result["teardown"]!["verified"]!);
        Assert.Empty(await EngineContents.OfRunAsync(engine, (string)result["runId"]!));
        Assert.False(SocketTable.OfThisMachine.On(new Uri((string)service["endpoint"]!).Port)!.Count > 0);
    }
}
