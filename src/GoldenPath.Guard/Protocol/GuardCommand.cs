using System.Text.Json;
using GoldenPath.Guard.Leases;

namespace GoldenPath.Guard.Protocol;

/// <summary>A line from the owner to its guard. Exactly one member is set.</summary>
internal sealed record GuardCommand
{
    public Introduction? Introduction { get; init; }

    public LaunchOrder? Launch { get; init; }

    /// <summary>The name of a service to stop.</summary>
    public string? Stop { get; init; }

    /// <summary>The number of milliseconds within which to stop everything.</summary>
    public int? StopAll { get; init; }

    /// <summary>Whether to wait for nothing any more, but to kill.</summary>
    public bool Hurry { get; init; }

    /// <summary>Whether to go on without an owner.</summary>
    public bool Release { get; init; }

    /// <summary>A further literal to hide in output.</summary>
    public string? Secret { get; init; }

    public ServiceEndpoint? Endpoint { get; init; }

    public LeasedResource? AddResource { get; init; }

    /// <summary>A resource that its host has removed.</summary>
    public LeasedResource? RemoveResource { get; init; }

    public static GuardCommand Read(JsonElement json)
    {
        var member = json.EnumerateObject().First();
        var value = member.Value;
        return member.Name switch
        {
            "introduction" => new() { Introduction = Protocol.Introduction.Read(value) },
            "launch" => new() { Launch = LaunchOrder.Read(value) },
            "stop" => new() { Stop = value.GetString() },
            "stopAll" => new() { StopAll = value.GetInt32() },
            "hurry" => new() { Hurry = true },
            "release" => new() { Release = true },
            "secret" => new() { Secret = value.GetString() },
            "endpoint" => new() { Endpoint = new(value.Text("name"), value.Text("endpoint")) },
            "addResource" => new() { AddResource = LeaseText.ReadResource(value) },
            "removeResource" => new() { RemoveResource = LeaseText.ReadResource(value) },
            _ => throw new JsonException($"no command is called '{member.Name}'"),
        };
    }

    public void Write(Utf8JsonWriter json)
    {
        switch (this)
        {
            case { Introduction: { } introduction }:
                json.WriteObject("introduction", introduction.Write);
                break;
            case { Launch: { } order }:
                json.WriteObject("launch", order.Write);
                break;
            case { Stop: { } name }:
                json.WriteString("stop", name);
                break;
            case { StopAll: { } budgetMs }:
                json.WriteNumber("stopAll", budgetMs);
                break;
            case { Hurry: true }:
                json.WriteBoolean("hurry", true);
                break;
            case { Release: true }:
                json.WriteBoolean("release", true);
                break;
            case { Secret: { } secret }:
                json.WriteString("secret", secret);
                break;
            case { Endpoint: { } endpoint }:
                json.WriteObject("endpoint", endpoint.Write);
                break;
            case { AddResource: { } added }:
                json.WriteObject("addResource", written => LeaseText.Write(written, added));
                break;
            case { RemoveResource: { } removed }:
                json.WriteObject("removeResource", written => LeaseText.Write(written, removed));
                break;
        }
    }
}
