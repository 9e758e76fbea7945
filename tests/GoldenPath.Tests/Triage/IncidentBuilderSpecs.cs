using GoldenPath.Configuration;
using GoldenPath.Runs;
using GoldenPath.Triage;

namespace GoldenPath.Tests.Triage;

[Trait(Speed.Name, Speed.Quick)]
public sealed class IncidentBuilderSpecs : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("incident-").FullName;

    private RunFolder Folder => new(_directory, "run-1");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Spec]
    public async Task A_start_failure_has_the_worst_severity_of_what_it_blocked_and_the_end_of_the_log()
    {
        Directory.CreateDirectory(Folder.LogsDirectory);
        await File.WriteAllLinesAsync(Folder.LogFile("backend"), Enumerable.Range(0, 100_000).Select(line => $"line {line}"));
        var failure = new Failure
        {
            Cause = Causes.ProcessExited,
            Summary = "backend exited with code 3",
            Service = "backend",
        };
        var incident = Builder().Build(Incidents.Run("run-1"), failure);
        Assert.Equal("P1", incident.Severity);
        Assert.Equal("checkout", incident.Scenario);
        Assert.Equal(Causes.ProcessExited, incident.Diagnosis.Cause);
        Assert.True(incident.ConcernsWebSocket);
        Assert.Equal(8002, incident.Port);
        Assert.Equal("line 99999", Assert.Single(incident.Logs).Lines[^1]);
        Assert.Contains("ws://localhost:8002/ws accepts the connection", incident.Expected);
        Assert.Contains("port: 8002", incident.Configuration, StringComparison.Ordinal);
        Assert.DoesNotContain("other:", incident.Configuration, StringComparison.Ordinal);
        Assert.Contains("dotnet test", incident.RelatedTests);
    }

    [TableSpec]
    [InlineData(null, "on port 8002")]
    [InlineData(0, "on port 8002")]
    [InlineData(9000, "on port 9000")]
    public Task The_title_speaks_of_the_port_that_was_meant_and_not_of_the_one_that_was_free(int? asked, string where)
    {
        var run = Incidents.Run("run-1") with
        {
            Services = [new("backend", "process", "http://127.0.0.1:43121", null, new(1, null, false))],
        };
        var incident = Builder(asked)
            .Build(
                run,
                new Failure
                {
                    Cause = Causes.ProcessExited,
                    Summary = "backend exited with code 3",
                    Service = "backend",
                }
            );

        Assert.Contains($": WebSocket connection refused {where} (", IncidentTitle.Of(incident), StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_failed_scenario_names_itself()
    {
        var run = Incidents.FailedScenario("no answer").Run with
        {
            Smoke = new()
            {
                Total = 1,
                Failed = 1,
                Failures = [new("chat", "goldenpath.yml:9", "no answer")],
            },
        };
        var incident = Builder().Build(run, null);
        Assert.Equal(("chat", "P2"), (incident.Scenario, incident.Severity));
        Assert.Equal("chat", incident.FailedTest?.Test);
        Assert.NotEqual(incident.Fingerprint, Builder().Build(run with { Diagnosis = Incidents.Diagnosis }, null).Fingerprint);
        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData("process.exited", "backend", true)]
    [InlineData("process.exited", "database", false)]
    [InlineData("port.in-use", "backend", true)]
    [InlineData("docker.unreachable", "backend", false)]
    [InlineData("events.none", "database", true)]
    [InlineData("auth.token-rejected", "backend", true)]
    [InlineData("auth.login-failed", "backend", false)]
    [InlineData("connection.dropped", "backend", true)]
    public Task Websocket_goes_with_causes_that_its_users_feel(string cause, string service, bool expected)
    {
        var failure = new Failure
        {
            Cause = cause,
            Summary = "x",
            Service = service,
        };
        Assert.Equal(expected, Builder().Build(Incidents.Run("run-1"), failure).ConcernsWebSocket);
        return Task.CompletedTask;
    }

    private IncidentBuilder Builder(int? asked = null)
    {
        var file = Path.Combine(_directory, "goldenpath.yml");
        File.WriteAllText(
            file,
            "services:\n  backend:\n    port: 8002\n  other:\n    port: 1\nscenarios:\n  chat:\n    severity: P2\n  checkout:\n    severity: P1\n"
        );
        return new(
            new()
            {
                File = file,
                Name = "agents",
                Services = [Service("backend", 8002, 2), Service("database", 5432, 4)],
                Scenarios = [Scenario("chat", "P2", 7), Scenario("checkout", "P1", 9)],
                Smoke =
                [
                    new CommandStep
                    {
                        Command = ["dotnet", "test"],
                        Results = "*.trx",
                        Directory = _directory,
                    },
                ],
                Issues = new(),
            },
            Folder,
            new() { Commit = "abc", Branch = "main" }
        )
        {
            Variable = _ => null,
            AskedPort = asked,
        };
    }

    private static ServiceDefinition Service(string name, int port, int line) =>
        new()
        {
            Name = name,
            Host = new ExternalHostDefinition(),
            Port = port,
            Line = line,
        };

    private static ScenarioDefinition Scenario(string name, string severity, int line) =>
        new()
        {
            Name = name,
            Severity = severity,
            Connect = new("ws://localhost:{port}/ws", TokenCarrier.None),
            Line = line,
        };
}
