using System.Text.Json.Nodes;
using GoldenPath.Configuration;
using GoldenPath.Configuration.Reading;

namespace GoldenPath.Benchmarks.Users;

/// <summary>What is loaded: a scenario, and where its service is.</summary>
/// <param name="Name">The service for a person.</param>
/// <param name="Scenario">What each user walks.</param>
/// <param name="Fill">Fills the placeholders of the run into its texts.</param>
/// <param name="Backend">The process that was started for it; <c>null</c> where the service ran already.</param>
internal sealed record Target(string Name, ScenarioDefinition Scenario, Func<string, string> Fill, BackendProcess? Backend)
    : IAsyncDisposable
{
    /// <summary>Whether everything that it will talk to is on this machine.</summary>
    public bool IsLocal =>
        Scenario.Logins.Select(login => login.Post).Append(Scenario.Connect.Url).All(url => new Uri(Fill(url)).IsLoopback);

    /// <summary>Starts the reference backend.</summary>
    public static async Task<Target> StartAsync(CancellationToken cancellationToken)
    {
        var backend = await BackendProcess.StartAsync(cancellationToken);
        return At(new Uri($"ws://127.0.0.1:{backend.Port}/ws")) with { Name = $"AgentBackend (pid {backend.Pid})", Backend = backend };
    }

    /// <summary>A running service that speaks as the reference backend does.</summary>
    public static Target At(Uri url) =>
        new(
            url.ToString(),
            new ScenarioDefinition
            {
                Name = "users",
                Logins = [Login(url, "ada@example.com", "analytical-engine"), Login(url, "grace@example.com", "nanoseconds")],
                Connect = new ConnectDefinition(url.ToString(), TokenCarrier.Subprotocol),
                Ready = "connection_established",
                Send = JsonNode.Parse(
                    """{"type":"user_message","content":"What is 6 * 7? Please quote the reference {nonce} in your answer."}"""
                ),
                Expect = new ExpectDefinition
                {
                    ToolsRequired = true,
                    Answer = new AnswerDefinition { Contains = "{nonce}" },
                },
            },
            text => text,
            Backend: null
        );

    /// <summary>A scenario of a <c>goldenpath.yml</c>, whose services run already on the ports that it declares.</summary>
    /// <exception cref="ConfigurationException">The file cannot be used.</exception>
    /// <exception cref="UsageException">It has no such scenario.</exception>
    public static Target From(string file, string? name)
    {
        var definition = PipelineDefinitionReader.Read(file);
        var scenario =
            definition.Scenarios.FirstOrDefault(scenario => name is null || scenario.Name == name)
            ?? throw new UsageException(
                $"{file} declares no scenario{(name is null ? "" : $" '{name}'")}; it declares: {string.Join(", ", definition.Scenarios.Select(it => it.Name))}."
            );
        var values = new PlaceholderValues
        {
            RunId = "benchmark",
            ResultsDirectory = Path.GetTempPath(),
            Ports = definition.Services.Where(it => it.Port is not null).ToDictionary(it => it.Name, it => it.Port!.Value),
            Port = definition.Primary?.Port,
        };
        return new Target($"{definition.Name}, scenario {scenario.Name}", scenario, text => Placeholders.Fill(text, values), Backend: null);
    }

    public async ValueTask DisposeAsync()
    {
        if (Backend is not null)
        {
            await Backend.DisposeAsync();
        }
    }

    private static LoginDefinition Login(Uri url, string email, string password)
    {
        var scheme = url.Scheme == "wss" ? "https" : "http";
        return new(
            $"{scheme}://{url.Authority}/auth/login",
            new JsonObject { ["email"] = email, ["password"] = password },
            "$.access_token"
        );
    }
}
