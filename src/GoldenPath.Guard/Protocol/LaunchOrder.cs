using System.Text.Json;
using GoldenPath.Guard.Leases;

namespace GoldenPath.Guard.Protocol;

/// <summary>A process to start.</summary>
internal sealed record LaunchOrder
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> Command { get; init; }

    public required string Directory { get; init; }

    /// <summary>The whole environment of the process; nothing is added to it.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required string LogFile { get; init; }

    /// <summary>Whether its standard input is a pipe that does not end before the process does; otherwise it is at its end at once.</summary>
    public required bool OpenInput { get; init; }

    public required IReadOnlyList<string> Needs { get; init; }

    public required int StopSignal { get; init; }

    public required int GraceMs { get; init; }

    public int? Port { get; init; }

    public static LaunchOrder Read(JsonElement json) =>
        new()
        {
            Name = json.Text("name"),
            Command = json.Strings("command"),
            Directory = json.Text("directory"),
            Environment = json.Map("environment"),
            LogFile = json.Text("logFile"),
            OpenInput = json.GetProperty("openInput").GetBoolean(),
            Needs = json.Strings("needs"),
            StopSignal = json.Number("stopSignal"),
            GraceMs = json.Number("graceMs"),
            Port = json.NumberOrNull("port"),
        };

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("name", Name);
        json.WriteStrings("command", Command);
        json.WriteString("directory", Directory);
        json.WriteMap("environment", Environment);
        json.WriteString("logFile", LogFile);
        json.WriteBoolean("openInput", OpenInput);
        json.WriteStrings("needs", Needs);
        json.WriteNumber("stopSignal", StopSignal);
        json.WriteNumber("graceMs", GraceMs);
        json.WriteNumber("port", Port);
    }
}
