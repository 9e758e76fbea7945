using System.Text.Json.Nodes;
using GoldenPath.Configuration;
using GoldenPath.Configuration.Reading;

namespace GoldenPath.Tests.Configuration;

[Trait(Speed.Name, Speed.Quick)]
public sealed class PipelineDefinitionSpecs
{
    private const string Short = """
        services: { backend: { process: { command: [server] }, port: 8002 } }
        scenarios: { golden-path: { connect: { url: "ws://localhost:{port}/ws" } } }
        """;

    internal const string Full = """
        name: Golden path größer
        services:
          backend:
            process:
              command: [dotnet, "{build:src/Server}", 1, true]
              directory: sub
              environment: { URLS: "http://*:{port}", FLAG: true, COUNT: 007, EMPTY: "" }
              stop: { signal: SIGINT, grace: 1.5s }
            stdin: closed
            port: "8002"
            needs: [database]
            ready: { tcp: true, http: /health, websocket: /ws, log: 'up \d{1,3} on {port}', timeout: 2m }
          database: { external: true, port: 5432 }
        scenarios:
          golden-path:
            severity: P1
            login:
              - { post: "http://localhost:{port}/login", json: { user: a }, token: "$.access_token" }
              - { post: "http://localhost:{port}/login", json: { user: b }, token: "$['a token'][0]" }
            connect: { url: "ws://localhost:{port}/ws", token: { query: "t={token}" } }
            ready: connection_established
            send: { type: user_message, content: "say {nonce}" }
            expect:
              profile: [started-first, answer]
              tools: required
              answer: { contains: "{nonce}", matches: "^{nonce}", path: $.final }
              within: { agent_started: 250ms, agent_completed: 1h }
              silence: 3s
              settle: 0ms
            envelope: { type: $.event.kind, payload: $.event, names: { run.begin: agent_started } }
            reconnect: { after: agent_thinking, send: { type: resume, token: "{token}" } }
            deny-bad-token: true
            users: 3
        smoke:
          - scenario: golden-path
          - command: [pytest, "--junitxml={results}/py.xml"]
            results: "{results}/*.xml"
            directory: sub
            environment: { RUN: "{run}" }
            timeout: 5m
          - { command: [x], results: out/*.trx }
        issues: { repository: owner/name.net, labels: [golden-path], on: [product], when: ci }
        """;

    [Spec]
    public async Task A_short_file_takes_the_defaults()
    {
        using var folder = new ConfigurationFolder();
        var definition = await folder.ReadAsync(Short);

        var (service, scenario) = (definition.Services.Single(), definition.Scenarios.Single());
        Assert.Equal(Path.GetFileName(folder.Path), definition.Name);
        Assert.Equal(folder.Path, ((ProcessHostDefinition)service.Host).Directory);
        Assert.Equal(new ReadinessDefinition(), service.Ready);
        Assert.False(service.Ready.IsDeclared);
        Assert.Equal(new StopDefinition(), ((ProcessHostDefinition)service.Host).Stop);
        Assert.True(service.OpenInput);
        Assert.Equal(("P0", 1, false), (scenario.Severity, scenario.Users, scenario.DenyBadToken));
        Assert.Same(ExpectDefinition.AgentRules, scenario.Expect.Rules);
        Assert.Null(scenario.Expect.Answer);
        Assert.Same(TokenCarrier.None, scenario.Connect.Token);
        Assert.Equal([new ScenarioStep("golden-path")], definition.Smoke);
        Assert.Equal(["product", "environment"], definition.Issues.On);
        Assert.Equal(FilingWhen.Shared, definition.Issues.When);
    }

    [Spec]
    public async Task Every_key_of_a_service_is_read()
    {
        using var folder = new ConfigurationFolder();
        var definition = await folder.ReadAsync(Full);

        var service = definition.Services[0];
        var process = Assert.IsType<ProcessHostDefinition>(service.Host);
        Assert.Equal(("backend", 8002, 3), (service.Name, service.Port!.Value, service.Line));
        Assert.Equal(["database"], service.Needs);
        Assert.False(service.OpenInput);
        Assert.Equal(["dotnet", "{build:src/Server}", "1", "true"], process.Command);
        Assert.Equal(Path.Combine(folder.Path, "sub"), process.Directory);
        Assert.Equal(
            "URLS=http://*:{port};FLAG=true;COUNT=007;EMPTY=",
            string.Join(';', process.Environment.Select(pair => $"{pair.Key}={pair.Value}"))
        );
        Assert.Equal(new StopDefinition { Signal = "SIGINT", Grace = TimeSpan.FromSeconds(1.5) }, process.Stop);
        Assert.Equal(
            new ReadinessDefinition
            {
                Tcp = true,
                Http = "/health",
                WebSocket = "/ws",
                Log = @"up \d{1,3} on {port}",
                Timeout = TimeSpan.FromMinutes(2),
            },
            service.Ready
        );
        Assert.IsType<ExternalHostDefinition>(definition.Services[1].Host);
        Assert.Equal(("Golden path größer", service), (definition.Name, definition.Primary));
    }

    [Spec]
    public async Task Every_key_of_a_scenario_is_read()
    {
        using var folder = new ConfigurationFolder();
        var scenario = (await folder.ReadAsync(Full)).Scenarios.Single();

        Assert.Equal(
            ("golden-path", "P1", 3, true, 15),
            (scenario.Name, scenario.Severity, scenario.Users, scenario.DenyBadToken, scenario.Line)
        );
        Assert.Equal(["$.access_token", "$['a token'][0]"], scenario.Logins.Select(login => login.Token));
        Assert.Equal("""{"user":"b"}""", scenario.Logins[1].Json.ToJsonString());
        Assert.Equal(
            new ConnectDefinition("ws://localhost:{port}/ws", new TokenCarrier(TokenCarrierKind.Query, "t={token}")),
            scenario.Connect
        );
        Assert.Equal("connection_established", scenario.Ready);
        Assert.Equal("say {nonce}", (string?)scenario.Send!["content"]);
        Assert.Equal(
            ("$.event.kind", "$.event", "agent_started"),
            (scenario.Envelope!.Type, scenario.Envelope.Payload, scenario.Envelope.Names["run.begin"])
        );
        Assert.Equal(("agent_thinking", "resume"), (scenario.Reconnect!.After, (string?)scenario.Reconnect.Send!["type"]));
    }

    [Spec]
    public async Task Every_expectation_is_read()
    {
        using var folder = new ConfigurationFolder();
        var expect = (await folder.ReadAsync(Full)).Scenarios.Single().Expect;

        Assert.Equal(["started-first", "answer"], expect.Rules);
        Assert.Equal((true, false), (expect.ToolsRequired, expect.Strict));
        Assert.Equal(
            new AnswerDefinition
            {
                Contains = "{nonce}",
                Matches = "^{nonce}",
                Path = "$.final",
            },
            expect.Answer
        );
        Assert.Equal([TimeSpan.FromMilliseconds(250), TimeSpan.FromHours(1)], expect.Within.Values);
        Assert.Equal((TimeSpan.FromSeconds(3), TimeSpan.Zero), (expect.Silence, expect.Settle));
    }

    [Spec]
    public async Task Every_key_of_a_command_and_of_issues_is_read()
    {
        using var folder = new ConfigurationFolder();
        var definition = await folder.ReadAsync(Full);

        var (first, second) = ((CommandStep)definition.Smoke[1], (CommandStep)definition.Smoke[2]);
        Assert.Equal(["pytest", "--junitxml={results}/py.xml"], first.Command);
        Assert.Equal(("{results}/*.xml", Path.Combine(folder.Path, "sub"), 36), (first.Results, first.Directory, first.Line));
        Assert.Equal(("{run}", TimeSpan.FromMinutes(5)), (first.Environment["RUN"], first.Timeout!.Value));
        Assert.Equal((Path.Combine(folder.Path, "out/*.trx"), folder.Path, null), (second.Results, second.Directory, second.Timeout));
        Assert.Equal(
            ("owner/name.net", "golden-path", "product"),
            (definition.Issues.Repository, definition.Issues.Labels.Single(), definition.Issues.On.Single())
        );
        Assert.Equal(FilingWhen.Ci, definition.Issues.When);
    }

    [TableSpec]
    [InlineData("profile: agent", false)]
    [InlineData("profile: agent-strict", true)]
    public async Task A_profile_is_a_word_or_rules(string profile, bool isStrict)
    {
        using var folder = new ConfigurationFolder();
        var definition = await folder.ReadAsync(WithScenarioKey($"expect: {{ {profile} }}"));

        Assert.Equal(isStrict, definition.Scenarios.Single().Expect.Strict);
        Assert.Same(ExpectDefinition.AgentRules, definition.Scenarios.Single().Expect.Rules);
    }

    [TableSpec]
    [InlineData("$.t", TokenCarrierKind.Subprotocol, "jwt-auth.{token}")]
    [InlineData("cookie:sid", TokenCarrierKind.Header, "Cookie: sid={token}")]
    [InlineData("header:X-Auth", TokenCarrierKind.Header, "X-Auth: {token}")]
    public async Task A_token_goes_back_the_way_it_came_where_nothing_else_is_said(string source, TokenCarrierKind kind, string text)
    {
        using var folder = new ConfigurationFolder();
        var definition = await folder.ReadAsync(
            $$"""
            services: { backend: { process: { command: [server] }, port: 8002 } }
            scenarios: { s: { login: { post: "http://localhost:{port}/", json: {}, token: "{{source}}" }, connect: { url: "ws://localhost:{port}/ws" } } }
            """
        );

        Assert.Equal(new TokenCarrier(kind, text), definition.Scenarios.Single().Connect.Token);
    }

    [Spec]
    public async Task Headers_and_trust_are_read()
    {
        using var folder = new ConfigurationFolder();
        var definition = await folder.ReadAsync(
            """
            services: { backend: { process: { command: [server] }, port: 8002, ready: { http: "https://localhost:{port}/health", insecure: true } } }
            scenarios: { s: { connect: { url: "wss://localhost:{port}/ws", insecure: true, headers: { Origin: "http://localhost:3000", X-Number: 7 } } } }
            """
        );

        var (ready, connect) = (definition.Services[0].Ready, definition.Scenarios[0].Connect);
        Assert.Equal(("https://localhost:{port}/health", TrustDefinition.Everybody), (ready.Http, ready.Trust));
        Assert.Equal(
            ("http://localhost:3000", "7", TrustDefinition.Everybody),
            (connect.Headers["origin"], connect.Headers["X-Number"], connect.Trust)
        );
    }

    [TableSpec]
    [InlineData("", TokenCarrierKind.Subprotocol, "jwt-auth.{token}")]
    [InlineData(", token: subprotocol", TokenCarrierKind.Subprotocol, "jwt-auth.{token}")]
    [InlineData(", token: header", TokenCarrierKind.Header, "Authorization: Bearer {token}")]
    [InlineData(", token: query", TokenCarrierKind.Query, "token={token}")]
    [InlineData(", token: none", TokenCarrierKind.None, "")]
    [InlineData(
        ", token: { header: \"Authorization: Bearer ${SET}\" }",
        TokenCarrierKind.Header,
        "Authorization: Bearer from-environment",
        false
    )]
    [InlineData(", headers: { Cookie: \"sid={token}\" }", TokenCarrierKind.None, "")]
    [InlineData(
        ", token: { message: { type: auth, token: \"{token}\" } }",
        TokenCarrierKind.Message,
        """{"type":"auth","token":"{token}"}"""
    )]
    [InlineData(", token: { subprotocol: \"x.{token}\" }", TokenCarrierKind.Subprotocol, "x.{token}")]
    [InlineData(", token: { header: \"X-Token: {token}\" }", TokenCarrierKind.Header, "X-Token: {token}")]
    public async Task A_token_is_carried_by_a_word_or_spelt_out(string token, TokenCarrierKind kind, string text, bool hasLogin = true)
    {
        using var folder = new ConfigurationFolder();
        var definition = await folder.ReadAsync(
            $$"""
            services: { backend: { process: { command: [server] }, port: 8002 } }
            scenarios:
              s:
                {{(hasLogin ? """login: { post: "http://localhost:{port}/", json: {}, token: $.t }""" : "users: 1")}}
                connect: { url: "ws://localhost:{port}/ws"{{token}} }
            """
        );

        Assert.Equal(new TokenCarrier(kind, text), definition.Scenarios.Single().Connect.Token);
    }

    [TableSpec]
    [InlineData("reconnect: true", true)]
    [InlineData("reconnect: false", false)]
    [InlineData("reconnect: {}", true)]
    public async Task Reconnecting_can_be_switched_on_by_a_word(string reconnect, bool isOn)
    {
        using var folder = new ConfigurationFolder();
        var definition = await folder.ReadAsync(WithScenarioKey(reconnect));

        Assert.Equal(isOn ? new ReconnectDefinition(null, null) : null, definition.Scenarios.Single().Reconnect);
    }

    [TableSpec]
    [InlineData("8", "8")]
    [InlineData("\"8\"", "\"8\"")]
    [InlineData("1.50", "1.50")]
    [InlineData("+5", "5")]
    [InlineData("007", "7")]
    [InlineData("0x1F", "31")]
    [InlineData("0o17", "15")]
    [InlineData(".5", "0.5")]
    [InlineData("1e3", "1000")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("true", "true")]
    [InlineData("on", "\"on\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("~", "null")]
    [InlineData("2026-11-22", "\"2026-11-22\"")]
    [InlineData("[1, a, { b: false }]", "[1,\"a\",{\"b\":false}]")]
    [InlineData("'{\"a\": {\"b\": 1}}'", "\"{\\u0022a\\u0022: {\\u0022b\\u0022: 1}}\"")]
    public async Task Json_keeps_the_types_of_the_core_schema(string yaml, string json)
    {
        using var folder = new ConfigurationFolder();
        var definition = await folder.ReadAsync(WithScenarioKey($"send: {{ value: {yaml} }}"));

        Assert.Equal(json, definition.Scenarios.Single().Send!["value"] is JsonNode value ? value.ToJsonString() : "null");
    }

    [Spec]
    public async Task The_file_of_this_repository_is_valid()
    {
        var definition = await Task.Run(() => PipelineDefinitionReader.Read(Repository.File("goldenpath.yml")));

        Assert.Equal("agent-golden-path", definition.Name);
    }

    private static string WithScenarioKey(string key) => $"{Short[..^4]}, {key} }} }}";
}
