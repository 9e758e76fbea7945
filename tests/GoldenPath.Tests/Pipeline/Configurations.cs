namespace GoldenPath.Tests.Pipeline;

/// <summary>Pipelines around the reference backend.</summary>
internal static class Configurations
{
    /// <summary>The golden path of one backend on a free port.</summary>
    public static string Backend(
        string environment = "",
        string port = "0",
        string ready = "http: /ready, websocket: /ws, timeout: 20s",
        string smoke = ""
    ) =>
        $$"""
            name: other-team
            services:
              backend:
                process:
                  command: [dotnet, "{{Programs.AgentBackend}}"]
                  environment: { ASPNETCORE_URLS: "http://*:{port}", ASPNETCORE_ENVIRONMENT: Development{{environment}} }
                port: {{port}}
                ready: { {{ready}} }
            {{Scenario}}
            {{smoke}}
            """;

    /// <summary>A service that runs a command of the misbehaving one.</summary>
    public static string Misbehaving(string arguments, string ready = "http: /ready, timeout: 2s", string port = "0") =>
        $$"""
            name: other-team
            services:
              backend:
                process: { command: [dotnet, "{{Programs.Misbehaving}}", {{arguments}}] }
                port: {{port}}
                ready: { {{ready}} }
            {{Scenario}}
            """;

    public static string Scenario { get; } =
        """
            scenarios:
              golden-path:
                login:
                  post: "http://localhost:{port}/auth/login"
                  json: { email: ada@example.com, password: "analytical-engine" }
                  token: "$.access_token"
                connect: { url: "ws://localhost:{port}/ws", token: subprotocol }
                ready: connection_established
                send: { type: user_message, content: "What is 6 * 7? Please quote the reference {nonce} in your answer." }
                expect: { tools: required, silence: 2s, within: { agent_completed: 10s } }
                deny-bad-token: true
                users: 2
            """;
}
