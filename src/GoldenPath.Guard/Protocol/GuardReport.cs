using System.Text.Json;
using GoldenPath.Guard.Leases;

namespace GoldenPath.Guard.Protocol;

/// <summary>A line from the guard to its owner. Exactly one member is set.</summary>
internal sealed record GuardReport
{
    /// <summary>Whether the guard is at work; its first report.</summary>
    public bool Ready { get; init; }

    public StartReport? Started { get; init; }

    public ExitReport? Exited { get; init; }

    public StopReport? Stopped { get; init; }

    /// <summary>Whether the guard goes on without its owner.</summary>
    public bool? Released { get; init; }

    /// <summary>What a person should know, in one line.</summary>
    public string? Note { get; init; }

    /// <summary>Why the guard cannot work at all, in one line; its last report.</summary>
    public string? Refusal { get; init; }

    public static GuardReport Read(JsonElement json)
    {
        var member = json.EnumerateObject().First();
        var value = member.Value;
        return member.Name switch
        {
            "ready" => new() { Ready = true },
            "started" => new() { Started = StartReport.Read(value) },
            "exited" => new() { Exited = ExitReport.Read(value) },
            "stopped" => new() { Stopped = StopReport.Read(value) },
            "released" => new() { Released = value.GetBoolean() },
            "note" => new() { Note = value.GetString() },
            "refusal" => new() { Refusal = value.GetString() },
            _ => throw new JsonException($"no report is called '{member.Name}'"),
        };
    }

    public void Write(Utf8JsonWriter json)
    {
        switch (this)
        {
            case { Ready: true }:
                json.WriteBoolean("ready", true);
                break;
            case { Started: { } started }:
                json.WriteObject("started", started.Write);
                break;
            case { Exited: { } exited }:
                json.WriteObject("exited", exited.Write);
                break;
            case { Stopped: { } stopped }:
                json.WriteObject("stopped", stopped.Write);
                break;
            case { Released: { } released }:
                json.WriteBoolean("released", released);
                break;
            case { Note: { } note }:
                json.WriteString("note", note);
                break;
            case { Refusal: { } refusal }:
                json.WriteString("refusal", refusal);
                break;
        }
    }
}
