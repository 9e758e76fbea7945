using System.Globalization;
using System.Text;
using GoldenPath.Configuration;

namespace GoldenPath.Adopting;

/// <summary>The text of a goldenpath.yml, each line with where it comes from.</summary>
internal static class ConfigurationDraft
{
    /// <summary>Writes it.</summary>
    /// <param name="survey">What was found.</param>
    /// <param name="name">The pipeline's name.</param>
    public static string Write(Survey survey, string name)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# yaml-language-server: $schema={ConfigurationSchema.FileName}\n");
        text.Append("# Behind each line is where it was found. What the keys mean: an editor that reads the first line tells it.\n");
        foreach (var missing in survey.Missing)
        {
            text.Append(CultureInfo.InvariantCulture, $"# TODO {missing}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"name: {Yaml.Scalar(name)}\n\nservices:\n");
        survey.Services.ForEach(service => Service(text, service));
        if (survey.Services.Find(service => service.WebSocket is not null) is { } talking)
        {
            Scenario(text, talking, isSure: talking.AgentEvents is not null);
        }

        Smoke(text, survey);
        return text.ToString();
    }

    private static void Service(StringBuilder text, ServiceDraft service)
    {
        text.Append(CultureInfo.InvariantCulture, $"  {service.Name}:\n");
        foreach (var line in service.Host)
        {
            Line(text, "    " + line.Text, line.Place);
        }

        if (service.Port is { } port)
        {
            Line(text, $"    port: {port}", service.PortPlace);
        }

        if (service.Needs.Count > 0)
        {
            Line(text, $"    needs: {Yaml.List(service.Needs)}", "");
        }

        var probes = Probes(service).ToList();
        if (probes.Count > 0)
        {
            Line(
                text,
                $"    ready: {{ {string.Join(", ", probes.Select(probe => probe.Text))} }}",
                string.Join(", ", probes.Select(probe => probe.Place).Where(place => place.Length > 0))
            );
        }
    }

    private static IEnumerable<DraftLine> Probes(ServiceDraft service)
    {
        if (service.Health is { } health)
        {
            yield return new($"http: {health.Value}", health.Place);
        }

        if (service.WebSocket is { } socket)
        {
            yield return new($"websocket: {socket.Value}", socket.Place);
        }

        if (service is { Health: null, HasHealthCheck: true })
        {
            yield return new("healthy: true", "its own health check");
        }
    }

    // What is said over the socket nobody can guess; where its events are ours, the rest is the usual.
    private static void Scenario(StringBuilder text, ServiceDraft service, bool isSure)
    {
        var lines = $$"""
            scenarios:
              golden-path:
                connect: { url: "ws://localhost:{port:{{service.Name}}}{{service.WebSocket!.Value}}", token: none }
                send: { type: user_message, content: "Please quote {nonce} in your answer." }
                expect: { profile: {{(service.AgentEvents?.Value == "RUN_STARTED" ? "ag-ui" : "agent")}}, within: { agent_completed: 60s } }
            """;
        text.Append('\n');
        if (!isSure)
        {
            text.Append("# What a user does over the WebSocket. Uncomment it, and say what to send and how the answer ends.\n");
        }

        foreach (var line in lines.Split('\n'))
        {
            text.Append(isSure ? "" : "# ").Append(line.TrimEnd('\r')).Append('\n');
        }
    }

    private static void Smoke(StringBuilder text, Survey survey)
    {
        var isWalked = survey.Services.Exists(service => service is { WebSocket: not null, AgentEvents: not null });
        if (survey.Tests.Count == 0 && !isWalked)
        {
            return;
        }

        text.Append("\nsmoke:\n");
        if (isWalked)
        {
            text.Append("  - scenario: golden-path\n");
        }

        foreach (var test in survey.Tests)
        {
            Line(text, $"  - command: {Yaml.List(test.Command)}", test.Place);
            Line(text, $"    results: {Yaml.Scalar(test.Results)}", "");
            if (test.Directory != ".")
            {
                Line(text, $"    directory: {Yaml.Scalar(test.Directory)}", "");
            }

            if (test.Environment.Count > 0)
            {
                Line(text, $"    environment: {Yaml.Map(test.Environment)}", "");
            }
        }
    }

    private static void Line(StringBuilder text, string line, string place) =>
        text.Append(line).Append(place.Length == 0 ? "" : $"    # {place.ReplaceLineEndings(" ")}").Append('\n');
}
