using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;

namespace GoldenPath.Tests.Pipeline;

/// <summary>What the doctor calls in order does not end a run, and what would end one it finds before.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DoctorSpecs
{
    [Spec]
    public async Task What_is_in_order_is_said_and_nothing_starts()
    {
        using var folder = new PipelineFolder(Configurations.Backend());

        (await folder.RunAsync("Doctor"))
            .Exits(0)
            .Says("1 service, ")
            .Says("MiB are free")
            .Says("/dotnet")
            .Says("no token")
            .Says("this code is in no git repository")
            .SaysNothingOf("started (pid");
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "artifacts")));
    }

    [TableSpec]
    [InlineData("process: { command: [no-such-program, x] }", "Executable 'no-such-program' was not found in PATH")]
    [InlineData("process: { command: [./folder] }", "Executable './folder' is a folder")]
    [InlineData("process: { command: [./plain.sh] }", "lacks the execute permission (chmod +x ")]
    [InlineData("process: { command: [./lost.sh] }", "its interpreter '/no/such/shell' does not exist")]
    [InlineData("process: { command: [./strange.sh] }", "Executable 'no-such-shell' was not found in PATH")]
    [InlineData("process: { command: [./bare.sh] }", "it is no program of this machine and has no #! line")]
    [InlineData("process: { command: [sh, -e, server.sh] }", "'sh' is to run 'server.sh', which does not exist in ")]
    [InlineData("process: { command: [sh, run.sh], environment: { PATH: /nowhere } }", "was not found in PATH (/nowhere)")]
    [InlineData(
        "process: { command: [sh, run.sh], environment: { DB: \"postgres://ada:hush@127.0.0.1:2/x\" } }",
        "DB names 127.0.0.1:2, and nothing listens there"
    )]
    [InlineData("external: true", "Service 'backend'")]
    public async Task What_a_run_would_die_of_is_a_problem_here_already(string host, string problem)
    {
        using var folder = new PipelineFolder(Around(host));
        Fill(folder);

        (await folder.RunAsync("Doctor"))
            .Exits(2)
            .Says(problem)
            .Says("A run would fail: 1 problem")
            .SaysNothingOf("hush")
            .SaysNothingOf("   at ");
        (await folder.RunAsync("SmokeTest", "--no-issue", "--timeout", "10s")).Exits(2);
    }

    [TableSpec]
    [InlineData("process: { command: [sh, -c, \"exec sleep 60\"] }")]
    [InlineData("process: { command: [sh, run.sh] }")]
    [InlineData("process: { command: [./run.sh] }")]
    [InlineData("process: { command: [./usual.sh] }")]
    [InlineData("process: { command: [sh, \"{results}/made-by-the-run.sh\"] }")]
    public async Task What_can_be_started_is_no_problem(string host)
    {
        using var folder = new PipelineFolder(Around(host));
        Fill(folder);

        (await folder.RunAsync("Doctor")).Exits(0);
    }

    [Spec]
    public async Task Test_commands_are_looked_at_too()
    {
        using var folder = new PipelineFolder(
            Configurations.Backend(smoke: "smoke: [{ command: [no-such-runner, tests], results: \"{results}/*.xml\" }]")
        );

        (await folder.RunAsync("Doctor")).Exits(2).Says("Test command 'no-such-runner tests': Executable 'no-such-runner' was not found");
    }

    [Spec]
    public async Task A_taken_port_is_a_problem_with_its_holder_unless_the_command_takes_another()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        using var folder = new PipelineFolder(Configurations.Backend(port: $"{((IPEndPoint)holder.LocalEndpoint).Port}"));

        (await folder.RunAsync("Doctor")).Exits(2).Says($"{Environment.ProcessId}").SaysNothingOf("   at ");
        (await folder.RunAsync("Doctor", "--port", "0")).Exits(0).Says("takes a free port");
    }

    [Spec]
    public async Task A_port_that_only_the_command_names_is_looked_at()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        using var folder = new PipelineFolder(Configurations.Backend());

        (await folder.RunAsync("Doctor", "--port", $"{((IPEndPoint)holder.LocalEndpoint).Port}")).Exits(2).Says($"{Environment.ProcessId}");
    }

    [Spec]
    public async Task A_program_reads_it_as_json_and_nothing_else()
    {
        using var folder = new PipelineFolder(Around("process: { command: [no-such-program] }"))
        {
            Environment = { ["NUKE_VERBOSITY"] = null },
        };

        Fill(folder);

        var json = JsonNode.Parse((await folder.RunAsync("Doctor", "--json")).Exits(2).Text)!;

        Assert.Equal(2, (int)json["exitCode"]!);
        var problem = Assert.Single(json["findings"]!.AsArray(), finding => (string?)finding!["state"] == "problem")!;
        Assert.Equal("executable", (string?)problem["check"]);
        Assert.Contains("no-such-program", (string?)problem["text"], StringComparison.Ordinal);
        Assert.Contains("Install", (string?)problem["remedies"]![0]!["text"], StringComparison.Ordinal);
    }

    [Spec]
    public async Task Errors_of_the_file_are_those_of_the_configuration()
    {
        using var folder = new PipelineFolder("services: { backend: { prot: 1 } }");

        (await folder.RunAsync("Doctor")).Exits(3).Says("goldenpath.yml:1: ");
    }

    [Spec]
    public async Task Kept_services_are_named_with_what_ends_them()
    {
        using var folder = new PipelineFolder(Configurations.Backend());

        (await folder.RunAsync("StartServices")).Exits(0);
        (await folder.RunAsync("Doctor")).Exits(0).Says("kept on purpose").Says("a run takes it up");
        (await folder.RunAsync("Teardown")).Exits(0);
    }

    private static string Around(string host) =>
        $$"""
            services:
              backend:
                {{host}}
                port: 1
                ready: { http: /, timeout: 2s }
            smoke: [{ command: [sh, run.sh], results: "*.xml" }]
            """;

    private static void Fill(PipelineFolder folder)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "folder"));
        folder.Write("run.sh", "#!/bin/sh\nexec sleep 60\n");
        folder.Write("plain.sh", "#!/bin/sh\n");
        folder.Write("lost.sh", "#!/no/such/shell\n");
        folder.Write("usual.sh", "#!/usr/bin/env -S A=b bash -e\nexec sleep 60\n");
        folder.Write("strange.sh", "#!/usr/bin/env no-such-shell\n");
        folder.Write("bare.sh", "exec sleep 60\n");
        foreach (var script in new[] { "run.sh", "lost.sh", "usual.sh", "strange.sh", "bare.sh" })
        {
            File.SetUnixFileMode(
                Path.Combine(folder.Path, script),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
    }
}
