using System.Text.Json;
using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Processes;

namespace GoldenPath.Guard.Protocol;

/// <summary>How a launch went: a process, or a failure.</summary>
internal sealed record StartReport(string Name, string LogFile, ProcessIdentity Process, LaunchFailure? Failure)
{
    public static StartReport Read(JsonElement json) =>
        new(
            json.Text("name"),
            json.Text("logFile"),
            json.Process("process"),
            json.TextOrNull("failure") is { } message ? new((LaunchFailureKind)json.Number("kind"), message) : null
        );

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("name", Name);
        json.WriteString("logFile", LogFile);
        json.WriteProcess("process", Process);
        json.WriteString("failure", Failure?.Message);
        json.WriteNumber("kind", (int?)Failure?.Kind);
    }
}
